/** The key of this installation, kept outside the database: seals secrets at rest and signs links. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.holdfast.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
