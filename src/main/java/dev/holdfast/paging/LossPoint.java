package dev.holdfast.paging;

import dev.holdfast.quantities.Money;
import java.time.Instant;

/** How much was lost until an instant, to draw how a subject's loss grew. */
public record LossPoint(Instant at, Money lost) {}
