/** What lies ahead of who is on call, whether it is shared fairly, and who is to rest: a page, and parts of other pages. */
@NullMarked
package dev.holdfast.portal.web.care;

import org.jspecify.annotations.NullMarked;
