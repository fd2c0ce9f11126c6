/** The API of what waits to be placed. */
@NullMarked
package dev.holdfast.integrations.web;

import org.jspecify.annotations.NullMarked;
