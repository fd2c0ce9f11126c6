/** The portal's pages: controllers, the records that their templates show, and how figures and times are written. */
@NullMarked
package dev.holdfast.portal.web;

import org.jspecify.annotations.NullMarked;
