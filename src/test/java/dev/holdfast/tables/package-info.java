@NullMarked
package dev.holdfast.tables;

import org.jspecify.annotations.NullMarked;
