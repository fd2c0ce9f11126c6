@NullMarked
package dev.holdfast.remuneration;

import org.jspecify.annotations.NullMarked;
