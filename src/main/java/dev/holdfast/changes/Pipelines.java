package dev.holdfast.changes;

import dev.holdfast.deployments.Build;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.Deployments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where builds and deployments come in. */
@Service
public class Pipelines {

    private final Deployments deployments;

    Pipelines(Deployments deployments) {
        this.deployments = deployments;
    }

    /** Records a build. */
    @Transactional
    public Deployments.Recorded<Build> built(Build build, String by) {
        return deployments.record(build);
    }

    /** Records a deployment. */
    @Transactional
    public Deployments.Recorded<Deployment> deployed(Deployment deployment, String by) {
        return deployments.record(deployment);
    }
}
