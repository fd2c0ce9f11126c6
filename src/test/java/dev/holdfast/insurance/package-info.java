@NullMarked
package dev.holdfast.insurance;

import org.jspecify.annotations.NullMarked;
