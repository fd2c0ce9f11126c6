@NullMarked
package dev.holdfast.portal.web.reflection;

import org.jspecify.annotations.NullMarked;
