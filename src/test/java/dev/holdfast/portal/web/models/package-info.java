@NullMarked
package dev.holdfast.portal.web.models;

import org.jspecify.annotations.NullMarked;
