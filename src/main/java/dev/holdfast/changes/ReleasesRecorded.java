package dev.holdfast.changes;

import dev.holdfast.deployments.Deployment;

/** For whoever tells people of changes: called in the transaction that recorded it, and not for history that is imported. */
public interface ReleasesRecorded {

    /** A deployment to production has begun or is over. */
    void deployed(Deployment deployment, boolean approved);

    /** A change waits for a decision. */
    void waits(Change change);
}
