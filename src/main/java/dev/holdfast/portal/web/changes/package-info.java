/** What waits for a decision, what was deployed, and the templates that spare both waiting. */
@NullMarked
package dev.holdfast.portal.web.changes;

import org.jspecify.annotations.NullMarked;
