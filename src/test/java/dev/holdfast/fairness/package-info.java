@NullMarked
package dev.holdfast.fairness;

import org.jspecify.annotations.NullMarked;
