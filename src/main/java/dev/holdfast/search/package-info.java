/**
 * What can be found, and how. Each module puts an {@linkplain dev.holdfast.search.Findable entry} for what it owns into
 * one table, in the transaction in which it changes, and one query answers a search. Words are cut by the same rules when
 * they are put in and when they are asked for; a word that nobody has is read as its nearest neighbours. Knows no other
 * module but the helpers of rows: what a kind means is theirs to say.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"rows"})
package dev.holdfast.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
