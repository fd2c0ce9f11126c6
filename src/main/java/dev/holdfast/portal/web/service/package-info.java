/** The list of services and the page of one. */
@NullMarked
package dev.holdfast.portal.web.service;

import org.jspecify.annotations.NullMarked;
