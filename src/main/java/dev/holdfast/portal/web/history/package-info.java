/** Lists of the past in the portal: mapped, started and followed. */
@NullMarked
package dev.holdfast.portal.web.history;

import org.jspecify.annotations.NullMarked;
