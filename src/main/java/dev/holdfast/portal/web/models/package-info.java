/** Operating models and the policy behind them: every service placed, why, what was decided, and what would change. */
@NullMarked
package dev.holdfast.portal.web.models;

import org.jspecify.annotations.NullMarked;
