@NullMarked
package dev.holdfast.readiness;

import org.jspecify.annotations.NullMarked;
