package dev.holdfast.deployments;

import java.util.Collection;

/** For whoever keeps something that follows from what was built and deployed: told in the transaction that recorded it. */
public interface DeploymentsRecorded {

    /** Of each of these services a build, or a deployment to production, is new, or was made or went otherwise than was known. */
    void changed(Collection<Touched> touched);
}
