/** Who is on call, over time, and why. */
@NullMarked
package dev.holdfast.portal.web.oncall;

import org.jspecify.annotations.NullMarked;
