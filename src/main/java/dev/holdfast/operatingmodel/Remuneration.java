package dev.holdfast.operatingmodel;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The price list of standby and callouts; the most specific exception wins: person, team, organisation. */
public record Remuneration(
        Model model, Standby standby, @Nullable Callout callout, List<Special> exceptions) {

    /** What is paid: standby alone, or callouts as well. Callouts alone are unfair, and refused. */
    public enum Model {
        STANDBY,
        STANDBY_AND_CALLOUT
    }

    /** What a rate is counted in. */
    public enum Per {
        HOUR,
        DAY,
        WEEK;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An amount an hour, a day or a week, in the organisation's currency. */
    public record Rate(BigDecimal amount, Per per) {}

    /** Standby by class of day. */
    public record Standby(Rate weekday, Rate weekend, Rate holiday) {

        static Standby all(Rate rate) {
            return new Standby(rate, rate, rate);
        }
    }

    /** Callouts: a rate, the least that is paid, and what time is rounded up to. */
    public record Callout(Rate rate, Duration minimum, Duration roundUpTo) {

        static final Duration MINIMUM = Duration.ofHours(1);
        static final Duration ROUND_UP_TO = Duration.ofMinutes(15);
    }

    /** What one team or one person gets in the place of the organisation's. */
    public record Special(
            @Nullable String team, @Nullable String person, @Nullable Standby standby, @Nullable Callout callout) {}

    static final Remuneration DEFAULT = new Remuneration(
            Model.STANDBY_AND_CALLOUT,
            Standby.all(new Rate(BigDecimal.valueOf(350), Per.WEEK)),
            new Callout(new Rate(BigDecimal.valueOf(50), Per.HOUR), Callout.MINIMUM, Callout.ROUND_UP_TO),
            List.of());

    public Remuneration {
        exceptions = List.copyOf(exceptions);
    }

    /** For whom something stands in the price list. */
    public enum By {
        ORGANISATION,
        TEAM,
        PERSON
    }

    /** What somebody gets, and for whom that stands in the price list. */
    public record Chosen<T>(T pays, By by) {}

    /** The standby rates of somebody on call for a team, the most specific ones. */
    public Chosen<Standby> standby(@Nullable String team, @Nullable String person) {
        return special(team, person, Special::standby).orElseGet(() -> new Chosen<>(standby, By.ORGANISATION));
    }

    /** What a callout pays them; empty where the model pays standby alone. */
    public Optional<Chosen<Callout>> callout(@Nullable String team, @Nullable String person) {
        return model == Model.STANDBY
                ? Optional.empty()
                : special(team, person, Special::callout)
                        .or(() -> Optional.ofNullable(callout).map(it -> new Chosen<>(it, By.ORGANISATION)));
    }

    /** The standby rates of a team's people: the team's own, else everybody's. */
    Standby standbyOf(@Nullable String team) {
        return standby(team, null).pays();
    }

    private <T> Optional<Chosen<T>> special(@Nullable String team, @Nullable String person, Function<Special, @Nullable T> what) {
        return first(person, Special::person, what)
                .map(it -> new Chosen<>(it, By.PERSON))
                .or(() -> first(team, Special::team, what).map(it -> new Chosen<>(it, By.TEAM)));
    }

    private <T> Optional<T> first(@Nullable String name, Function<Special, @Nullable String> whose, Function<Special, @Nullable T> what) {
        return name == null
                ? Optional.empty()
                : exceptions.stream()
                        .filter(special -> name.equals(whose.apply(special)))
                        .flatMap(special -> Stream.ofNullable(what.apply(special)))
                        .findFirst();
    }
}
