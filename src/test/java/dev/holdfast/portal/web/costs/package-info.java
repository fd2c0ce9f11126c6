@NullMarked
package dev.holdfast.portal.web.costs;

import org.jspecify.annotations.NullMarked;
