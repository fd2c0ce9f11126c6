/** CDEvents 0.1 to 0.5 over CloudEvents, structured, binary, in batches, and as Jenkins' plugin writes them. */
@NullMarked
package dev.holdfast.integrations.cdevents;

import org.jspecify.annotations.NullMarked;
