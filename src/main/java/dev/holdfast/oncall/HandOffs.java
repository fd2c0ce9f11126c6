package dev.holdfast.oncall;

import java.time.LocalDateTime;

/** The beat of a rotation: turn 0 begins at the first hand-off, by wall clock, and each takes so many days. */
record HandOffs(LocalDateTime first, int days, Turns turns) {

    HandOffs {
        if (days < 1) {
            throw new IllegalArgumentException("A turn takes at least a day, not " + days);
        }
    }
}
