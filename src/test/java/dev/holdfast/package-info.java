/** What tests share: a database, a clock, and one annotation for each kind of test. */
@NullMarked
package dev.holdfast;

import org.jspecify.annotations.NullMarked;
