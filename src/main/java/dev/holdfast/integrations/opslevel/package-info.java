/** OpsLevel: the file that its users keep beside the code. */
@NullMarked
package dev.holdfast.integrations.opslevel;

import org.jspecify.annotations.NullMarked;
