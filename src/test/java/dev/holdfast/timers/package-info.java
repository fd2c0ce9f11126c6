@NullMarked
package dev.holdfast.timers;

import org.jspecify.annotations.NullMarked;
