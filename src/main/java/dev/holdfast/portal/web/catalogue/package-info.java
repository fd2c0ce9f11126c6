/** The pages of the catalogue: what is there, editing it, importing, how true it is, and what was changed. */
@NullMarked
package dev.holdfast.portal.web.catalogue;

import org.jspecify.annotations.NullMarked;
