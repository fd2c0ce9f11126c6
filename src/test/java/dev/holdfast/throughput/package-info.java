@NullMarked
package dev.holdfast.throughput;

import org.jspecify.annotations.NullMarked;
