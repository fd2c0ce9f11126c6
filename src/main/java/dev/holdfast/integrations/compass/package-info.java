/** Atlassian Compass: the file that its users keep beside the code. */
@NullMarked
package dev.holdfast.integrations.compass;

import org.jspecify.annotations.NullMarked;
