/** The pages of the routing fire drill. */
@NullMarked
package dev.holdfast.portal.web.drill;

import org.jspecify.annotations.NullMarked;
