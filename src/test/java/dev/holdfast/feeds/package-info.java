@NullMarked
package dev.holdfast.feeds;

import org.jspecify.annotations.NullMarked;
