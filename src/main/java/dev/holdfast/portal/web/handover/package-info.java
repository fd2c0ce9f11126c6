/** What one shift leaves to the next, as people write and read it. */
@NullMarked
package dev.holdfast.portal.web.handover;

import org.jspecify.annotations.NullMarked;
