/**
 * What one shift leaves to the next. Where a schedule changes from one person to another there is a <em>changeover</em>;
 * a <em>handover</em> is that with what people wrote for it (<em>notes</em>), a <em>digest</em> of what the shift was like,
 * and whether the one who takes over has said so.
 *
 * <p>Changeovers are computed from the shifts and not stored; only what people write is kept, and which changeover of a
 * schedule was told last. One timer for each schedule stands at its next changeover, tells whoever takes over, and is set
 * again when the schedule changes.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "quantities", "rows", "timers", "http", "ledger", "access", "catalogue", "notification", "operatingmodel", "oncall", "alerts", "paging",
            "incidents"
        })
package dev.holdfast.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
