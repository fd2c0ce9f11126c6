/** The API of holiday calendars that are read from an address. */
@NullMarked
package dev.holdfast.calendars.web;

import org.jspecify.annotations.NullMarked;
