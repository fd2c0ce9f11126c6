package dev.holdfast.portal.web.models;

import dev.holdfast.http.Unprocessable;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.OperatingModel;
import dev.holdfast.operatingmodel.Overriding;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.quantities.AvailabilityLevel;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a decision's form says. */
record Deciding(Form form, ReaderTime time) {

    /** Nothing chosen: the calculation is confirmed. */
    @Nullable Overriding overriding() {
        var model = form.text("operatingModel");
        var level = form.text("level");
        var outOfHours = form.text("outOfHours");
        if (model == null && level == null && outOfHours == null) return null;
        return new Overriding(
                model == null ? null : one(OperatingModel.values(), OperatingModel::word, "operatingModel", model),
                level == null ? null : level(level),
                outOfHours == null ? null : one(OnCallLevel.values(), OnCallLevel::word, "outOfHours", outOfHours));
    }

    String reason() {
        return form.required("reason", "Say why: a decision without a reason cannot be understood later");
    }

    @Nullable Instant until() {
        return moment(form, "until", time);
    }

    /** A local date and time of the reader, as a browser sends it. */
    static @Nullable Instant moment(Form form, String field, ReaderTime time) {
        var text = form.text(field);
        if (text == null) return null;
        try {
            return time.instant(text);
        } catch (DateTimeException unreadable) {
            throw Unprocessable.of(field, "MALFORMED", "Give a date and a time such as 2026-12-01T09:00");
        }
    }

    private static AvailabilityLevel level(String text) {
        try {
            return AvailabilityLevel.of(text.replace("%", "").strip());
        } catch (IllegalArgumentException wrong) {
            throw Unprocessable.of("level", "OUT_OF_RANGE", "A target is between 0 and 100 per cent, with at most three decimals");
        }
    }

    private static <E> E one(E[] all, Function<E, String> word, String field, String text) {
        return Arrays.stream(all).filter(each -> word.apply(each).equals(text)).findFirst()
                .orElseThrow(() -> Unprocessable.of(field, "UNKNOWN_VALUE", text + " is none of what can be chosen"));
    }
}
