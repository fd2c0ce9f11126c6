/** People's contacts over the API. */
@NullMarked
package dev.holdfast.notification.web;

import org.jspecify.annotations.NullMarked;
