/** The page of what pipelines told of and nobody placed. */
@NullMarked
package dev.holdfast.portal.web.unplaced;

import org.jspecify.annotations.NullMarked;
