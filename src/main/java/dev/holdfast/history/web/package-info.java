/** Imports of history over HTTP. */
@NullMarked
package dev.holdfast.history.web;

import org.jspecify.annotations.NullMarked;
