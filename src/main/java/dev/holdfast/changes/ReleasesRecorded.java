package dev.holdfast.changes;

import dev.holdfast.deployments.Deployment;
import java.util.List;

/** For whoever tells people of changes: called in the transaction that recorded it, and not for history that is imported. */
public interface ReleasesRecorded {

    /** A deployment to production that has begun or is over. */
    record Release(Deployment deployment, boolean approved) {}

    void deployed(List<Release> releases);

    /** A change waits for a decision. */
    void waits(Change change);
}
