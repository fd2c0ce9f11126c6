@NullMarked
package dev.holdfast.portal.web.measures;

import org.jspecify.annotations.NullMarked;
