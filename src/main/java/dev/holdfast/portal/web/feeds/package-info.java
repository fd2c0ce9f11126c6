/** Where people make and revoke the addresses of their calendars. */
@NullMarked
package dev.holdfast.portal.web.feeds;

import org.jspecify.annotations.NullMarked;
