/** What belongs to every page: the way to what has no tab, the search, the keys, and the API as a page. */
@NullMarked
package dev.holdfast.portal.web.frame;

import org.jspecify.annotations.NullMarked;
