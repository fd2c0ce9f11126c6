package dev.holdfast.oncall;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** From when and until when a layer is in force, by wall clock; without either it always was, or goes on. */
record Bounds(@Nullable LocalDateTime from, @Nullable LocalDateTime to) {

    static final Bounds NONE = new Bounds(null, null);
}
