/** ServiceNow: lists of its CMDB as CSV, with the columns that somebody chose. */
@NullMarked
package dev.holdfast.integrations.servicenow;

import org.jspecify.annotations.NullMarked;
