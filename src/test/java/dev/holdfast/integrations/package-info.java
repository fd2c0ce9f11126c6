@NullMarked
package dev.holdfast.integrations;

import org.jspecify.annotations.NullMarked;
