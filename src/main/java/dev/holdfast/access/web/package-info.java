/** Tokens, invitations and the viewer over the API. */
@NullMarked
package dev.holdfast.access.web;

import org.jspecify.annotations.NullMarked;
