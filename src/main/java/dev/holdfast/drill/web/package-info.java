/** The drill over the API. */
@NullMarked
package dev.holdfast.drill.web;

import org.jspecify.annotations.NullMarked;
