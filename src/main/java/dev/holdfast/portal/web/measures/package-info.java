/** How fast and how safely changes reach users, drawn and explained. */
@NullMarked
package dev.holdfast.portal.web.measures;

import org.jspecify.annotations.NullMarked;
