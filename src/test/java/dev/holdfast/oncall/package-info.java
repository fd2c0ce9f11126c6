@NullMarked
package dev.holdfast.oncall;

import org.jspecify.annotations.NullMarked;
