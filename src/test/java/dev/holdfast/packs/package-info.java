@NullMarked
package dev.holdfast.packs;

import org.jspecify.annotations.NullMarked;
