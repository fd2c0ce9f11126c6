/** Pay over HTTP. */
@NullMarked
package dev.holdfast.remuneration.web;

import org.jspecify.annotations.NullMarked;
