package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person's shift for another's, or for nothing.
 *
 * @param taker null as long as it is offered to everybody
 * @param take what the giver has in return; null where it is given away
 * @param expiresAt when the first of what it is about begins
 */
public record Swap(
        String id,
        String schedule,
        PersonName giver,
        Period give,
        @Nullable PersonName taker,
        @Nullable Period take,
        @Nullable String note,
        SwapState state,
        Instant askedAt,
        String askedBy,
        Instant expiresAt,
        @Nullable Instant settledAt,
        @Nullable String settledBy) {

    /** Nobody settles anything any more once it has begun, whether the timer has said so or not. */
    public Swap at(Instant now) {
        return state == SwapState.ASKED && !now.isBefore(expiresAt) ? with(taker, SwapState.EXPIRED, expiresAt, "holdfast") : this;
    }

    public boolean waits() {
        return state == SwapState.ASKED;
    }

    public boolean isOpen() {
        return taker == null;
    }

    Swap agreed(PersonName by, Instant at, String settledBy) {
        return with(by, SwapState.AGREED, at, settledBy);
    }

    Swap settled(SwapState as, Instant at, String by) {
        return with(taker, as, at, by);
    }

    private Swap with(@Nullable PersonName who, SwapState as, Instant at, String by) {
        return new Swap(id, schedule, giver, give, who, take, note, as, askedAt, askedBy, expiresAt, at, by);
    }
}
