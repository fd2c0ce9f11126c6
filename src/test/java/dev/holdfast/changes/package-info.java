@NullMarked
package dev.holdfast.changes;

import org.jspecify.annotations.NullMarked;
