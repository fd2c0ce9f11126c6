/** Schedules: read, made and changed with a preview; overrides and swaps. */
@NullMarked
package dev.holdfast.portal.web.rota;

import org.jspecify.annotations.NullMarked;
