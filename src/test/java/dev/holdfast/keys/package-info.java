@NullMarked
package dev.holdfast.keys;

import org.jspecify.annotations.NullMarked;
