/** The API of feeds, and the address that calendars read. */
@NullMarked
package dev.holdfast.feeds.web;

import org.jspecify.annotations.NullMarked;
