@NullMarked
package dev.holdfast.portal.web.audit;

import org.jspecify.annotations.NullMarked;
