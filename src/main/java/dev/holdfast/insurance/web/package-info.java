/** What insurance says over HTTP. */
@NullMarked
package dev.holdfast.insurance.web;

import org.jspecify.annotations.NullMarked;
