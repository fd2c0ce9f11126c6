package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.SpecReader;
import dev.holdfast.operatingmodel.Remuneration.Callout;
import dev.holdfast.operatingmodel.Remuneration.Model;
import dev.holdfast.operatingmodel.Remuneration.Per;
import dev.holdfast.operatingmodel.Remuneration.Rate;
import dev.holdfast.operatingmodel.Remuneration.Special;
import dev.holdfast.operatingmodel.Remuneration.Standby;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The price list in an Organisation document. */
final class RemunerationReading {

    private static final String CALLOUT_ONLY = "callout";

    private RemunerationReading() {}

    static @Nullable Remuneration read(SpecReader organisation) {
        var spec = organisation.object("remuneration");
        if (spec == null) return null;
        var model = model(spec);
        var standby = standby(spec);
        var callout = callout(spec);
        if (model != null) {
            spec.required("standby", standby);
        }
        if (model == Model.STANDBY_AND_CALLOUT) {
            spec.required("callout", callout);
        }
        var exceptions = spec.objects("exceptions").stream()
                .flatMap(RemunerationReading::special)
                .toList();
        return model == null || standby == null ? null : new Remuneration(model, standby, callout, exceptions);
    }

    private static @Nullable Model model(SpecReader spec) {
        if (CALLOUT_ONLY.equals(spec.text("model"))) {
            spec.fault(
                    "model",
                    "CALLOUT_ONLY_UNFAIR",
                    "Who is only paid for callouts gives their evenings for nothing: pay standby");
            return null;
        }
        return spec.required("model", spec.choice("model", Model.class));
    }

    private static @Nullable Standby standby(SpecReader spec) {
        var standby = spec.object("standby");
        if (standby == null) return null;
        if (Stream.of("weekday", "weekend", "holiday").noneMatch(standby::has)) {
            var rate = rate(standby);
            return rate == null ? null : Standby.all(rate);
        }
        var weekday = standby.required("weekday", classRate(standby, "weekday"));
        var weekend = classRate(standby, "weekend");
        var holiday = classRate(standby, "holiday");
        return weekday == null
                ? null
                : new Standby(weekday, weekend == null ? weekday : weekend, holiday == null ? weekday : holiday);
    }

    private static @Nullable Rate classRate(SpecReader standby, String dayClass) {
        var rate = standby.object(dayClass);
        return rate == null ? null : rate(rate);
    }

    private static @Nullable Rate rate(SpecReader spec) {
        var amount = Amounts.notNegative(spec, "amount", spec.required("amount", spec.decimal("amount")));
        var per = spec.required("per", spec.choice("per", Per.class));
        return amount == null || per == null ? null : new Rate(amount, per);
    }

    private static @Nullable Callout callout(SpecReader spec) {
        var callout = spec.object("callout");
        if (callout == null) return null;
        var rate = rate(callout);
        var minimum = duration(callout, "minimum", Callout.MINIMUM);
        var roundUpTo = duration(callout, "roundUpTo", Callout.ROUND_UP_TO);
        if (rate != null && rate.per() != Per.HOUR) {
            callout.fault("per", "UNKNOWN_VALUE", "A callout is paid per hour");
        }
        return rate == null ? null : new Callout(rate, minimum, roundUpTo);
    }

    private static Duration duration(SpecReader spec, String field, Duration absent) {
        var duration = spec.duration(field);
        if (duration == null) return absent;
        if (duration.isNegative()) {
            spec.fault(field, "OUT_OF_RANGE", duration + " is negative");
            return absent;
        }
        return duration;
    }

    private static Stream<Special> special(SpecReader spec) {
        var team = spec.reference("team", "Team");
        var person = spec.reference("person", "Person");
        var standby = standby(spec);
        var callout = callout(spec);
        if (spec.has("team") == spec.has("person")) {
            spec.fault("", "REQUIRED", "An exception is for a team or for a person");
        }
        if (!spec.has("standby") && !spec.has("callout")) {
            spec.fault("standby", "REQUIRED", "An exception says what is paid");
        }
        return Stream.of(new Special(team, person, standby, callout));
    }
}
