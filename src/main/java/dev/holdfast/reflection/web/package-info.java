/** The reflection over HTTP. */
@NullMarked
package dev.holdfast.reflection.web;

import org.jspecify.annotations.NullMarked;
