package dev.holdfast.operatingmodel.web;

import dev.holdfast.http.Unprocessable;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.OperatingModel;
import dev.holdfast.operatingmodel.Overriding;
import dev.holdfast.quantities.AvailabilityLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A decision as it is sent: a reason, and what replaces the calculation where something does. */
record DecisionRequest(
        @Nullable String operatingModel,
        @Nullable BigDecimal level,
        @Nullable String outOfHours,
        @Nullable String reason,
        @Nullable Instant until) {

    @Nullable Overriding overriding() {
        var model = word("operatingModel", operatingModel, OperatingModel.values(), OperatingModel::word);
        var onCall = word("outOfHours", outOfHours, OnCallLevel.values(), OnCallLevel::word);
        var target = target(level);
        return model == null && onCall == null && target == null ? null : new Overriding(model, target, onCall);
    }

    String demandReason() {
        if (reason == null || reason.isBlank()) {
            throw Unprocessable.of("reason", "REQUIRED", "A decision has a reason");
        }
        return reason.strip();
    }

    private static @Nullable AvailabilityLevel target(@Nullable BigDecimal percent) {
        if (percent == null) return null;
        try {
            return new AvailabilityLevel(percent);
        } catch (IllegalArgumentException outside) {
            throw Unprocessable.of("level", "OUT_OF_RANGE", "A level is between 0 and 100, with at most three decimals");
        }
    }

    private static <E> @Nullable E word(String field, @Nullable String text, E[] all, Function<E, String> spelling) {
        if (text == null) return null;
        return Arrays.stream(all)
                .filter(each -> spelling.apply(each).equals(text))
                .findFirst()
                .orElseThrow(() -> unknown(field, text, Arrays.stream(all).map(spelling).collect(Collectors.joining(", "))));
    }

    private static Unprocessable unknown(String field, String text, String known) {
        return Unprocessable.of(field, "UNKNOWN_VALUE", text + " is not one of " + known);
    }
}
