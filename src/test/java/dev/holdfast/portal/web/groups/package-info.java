@NullMarked
package dev.holdfast.portal.web.groups;

import org.jspecify.annotations.NullMarked;
