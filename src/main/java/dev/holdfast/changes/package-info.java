/** How changes reach production (rule 17): builds and deployments come in through {@link dev.holdfast.changes.Pipelines}. */
@NullMarked
@ApplicationModule(allowedDependencies = {"quantities", "http", "catalogue", "deployments"})
package dev.holdfast.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
