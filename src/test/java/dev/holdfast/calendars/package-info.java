@NullMarked
package dev.holdfast.calendars;

import org.jspecify.annotations.NullMarked;
