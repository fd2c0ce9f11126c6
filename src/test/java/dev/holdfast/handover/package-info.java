@NullMarked
package dev.holdfast.handover;

import org.jspecify.annotations.NullMarked;
