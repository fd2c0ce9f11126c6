package dev.holdfast.incidents;

import dev.holdfast.quantities.Money;
import java.time.Instant;

/** A loss that a responder stated at an instant; from there it accrues on. */
public record Stated(Instant at, Money amount) {}
