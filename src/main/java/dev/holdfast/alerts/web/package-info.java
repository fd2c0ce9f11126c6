/** Alerts over the API. */
@NullMarked
package dev.holdfast.alerts.web;

import org.jspecify.annotations.NullMarked;
