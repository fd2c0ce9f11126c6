/** How the cells of a row become values of ours: beneath every store, knows nobody. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.holdfast.rows;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
