/** How services and people are prepared for being on call, on the pages of each and on pages of their own. */
@NullMarked
package dev.holdfast.portal.web.readiness;

import org.jspecify.annotations.NullMarked;
