/** Where incident packs are taken. */
@NullMarked
package dev.holdfast.portal.web.packs;

import org.jspecify.annotations.NullMarked;
