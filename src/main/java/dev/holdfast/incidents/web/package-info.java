/** Incidents over the API. */
@NullMarked
package dev.holdfast.incidents.web;

import org.jspecify.annotations.NullMarked;
