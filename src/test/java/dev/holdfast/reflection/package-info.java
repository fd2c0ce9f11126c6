@NullMarked
package dev.holdfast.reflection;

import org.jspecify.annotations.NullMarked;
