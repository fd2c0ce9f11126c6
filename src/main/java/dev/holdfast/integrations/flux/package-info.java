/** Flux' notifications of Kustomizations and HelmReleases. */
@NullMarked
package dev.holdfast.integrations.flux;

import org.jspecify.annotations.NullMarked;
