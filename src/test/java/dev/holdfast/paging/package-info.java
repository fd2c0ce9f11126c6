@NullMarked
package dev.holdfast.paging;

import org.jspecify.annotations.NullMarked;
