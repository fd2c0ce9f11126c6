/** The API of who is on call. */
@NullMarked
package dev.holdfast.oncall.web;

import org.jspecify.annotations.NullMarked;
