@NullMarked
package dev.holdfast.subscriptions;

import org.jspecify.annotations.NullMarked;
