/** PagerDuty Events API v2, as its clients speak it. */
@NullMarked
package dev.holdfast.integrations.pagerduty;

import org.jspecify.annotations.NullMarked;
