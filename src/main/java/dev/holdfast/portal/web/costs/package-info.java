/** The page that says what standby would cost. */
@NullMarked
package dev.holdfast.portal.web.costs;

import org.jspecify.annotations.NullMarked;
