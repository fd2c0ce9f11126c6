package dev.holdfast.deployments;

import dev.holdfast.catalogue.ServiceName;

/** For whoever keeps something that follows from what was built and deployed: told in the transaction that recorded it. */
public interface DeploymentsRecorded {

    /** A build of the service, or a deployment of it to production, is new or said to be otherwise. */
    void changed(ServiceName service);
}
