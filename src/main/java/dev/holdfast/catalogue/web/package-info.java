/** The catalogue over HTTP. */
@NullMarked
package dev.holdfast.catalogue.web;

import org.jspecify.annotations.NullMarked;
