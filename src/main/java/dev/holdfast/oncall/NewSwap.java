package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import org.jspecify.annotations.Nullable;

/**
 * A swap that somebody asks for.
 *
 * @param taker who is asked; null for everybody of the schedule
 * @param take what the giver has in return; null for nothing: it is given away
 */
public record NewSwap(PersonName giver, Period give, @Nullable PersonName taker, @Nullable Period take, @Nullable String note) {}
