@NullMarked
package dev.holdfast.catalogue;

import org.jspecify.annotations.NullMarked;
