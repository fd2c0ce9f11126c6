/** Fairness and rest for programs. */
@NullMarked
package dev.holdfast.fairness.web;

import org.jspecify.annotations.NullMarked;
