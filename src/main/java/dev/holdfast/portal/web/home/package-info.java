/** Where somebody begins: whether they are on call, what waits for them, what is theirs and what changed in it. */
@NullMarked
package dev.holdfast.portal.web.home;

import org.jspecify.annotations.NullMarked;
