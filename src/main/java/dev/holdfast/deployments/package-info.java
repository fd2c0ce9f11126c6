/**
 * What was built and what was deployed where, as pipelines say it. A <em>build</em> is a version of a service with its
 * commits and what is known of it; a <em>deployment</em> is an attempt to bring a version into an environment. Whatever
 * comes twice, late or out of order leaves the same record. What is live where, now and at any past instant, is read from
 * the deployments. Whether one was allowed is decided downstream, which is why every door for builds and deployments is
 * there.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"quantities", "rows", "http", "tables", "catalogue"})
package dev.holdfast.deployments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
