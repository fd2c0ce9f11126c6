@NullMarked
package dev.holdfast.truth;

import org.jspecify.annotations.NullMarked;
