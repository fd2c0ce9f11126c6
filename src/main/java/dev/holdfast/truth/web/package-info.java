/** The truth report over HTTP. */
@NullMarked
package dev.holdfast.truth.web;

import org.jspecify.annotations.NullMarked;
