package dev.holdfast.portal.web;

import dev.holdfast.incidents.Cost;
import dev.holdfast.incidents.Incident;
import dev.holdfast.incidents.Picture;
import dev.holdfast.incidents.State;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident in words and figures, the same in the list, on its own page and on its service's. */
public final class IncidentWords {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final int DIGITS = 6;

    private IncidentWords() {}

    public static List<Status> states(Incident incident) {
        var states = new ArrayList<Status>();
        if (incident.isMajor()) {
            states.add(new Status("Major", Shape.DIAMOND, incident.isOpen() ? Tone.SOLID : Tone.LOSS));
        }
        states.add(state(incident));
        if (incident.security()) states.add(new Status("Security", Shape.TRIANGLE, Tone.CAUTION));
        return List.copyOf(states);
    }

    private static Status state(Incident incident) {
        return switch (incident.state()) {
            case TRIGGERED -> new Status("Nobody has it yet", Shape.DIAMOND, Tone.LOSS);
            case ACKNOWLEDGED -> new Status("Acknowledged", Shape.HALF, Tone.ACCENT);
            case RESOLVED -> new Status("Resolved", Shape.CHECK, Tone.SAFE);
        };
    }

    public static Duration lasted(Incident incident, Instant now) {
        var end = incident.resolvedAt();
        return Duration.between(incident.startedAt(), end == null ? now : end);
    }

    public static IncidentsPage.Loss loss(Picture picture) {
        var cost = picture.cost();
        var soFar = cost.soFar();
        if (soFar == null) return new IncidentsPage.Loss("–", "", "0", null, "not assessed");
        var rate = cost.ratePerHour();
        var open = picture.incident().isOpen();
        return new IncidentsPage.Loss(
                Figures.money(soFar), Figures.sign(soFar), plain(soFar), open ? perSecond(rate) : null,
                open && rate != null ? Figures.money(rate) + " an hour" : "");
    }

    public static IncidentPage.Running running(Picture picture, ReaderTime time) {
        var incident = picture.incident();
        var loss = loss(picture);
        var lasted = lasted(incident, time.now());
        var end = incident.resolvedAt();
        var rate = picture.cost().ratePerHour();
        return new IncidentPage.Running(
                picture.cost().soFar() == null ? "not known" : loss.shown(),
                loss.sign(), loss.amount(), loss.perSecond(),
                Figures.clock(lasted), end == null ? String.valueOf(lasted.toSeconds()) : null,
                end == null ? rate == null ? "and going on" : "at " + Figures.money(rate) + " an hour"
                        : span(incident.startedAt(), end, time),
                impacts(picture, end == null ? rate : null), List.of());
    }

    /** The day stands there once where it is one day: beside the incident's number. */
    private static String span(Instant from, Instant to, ReaderTime time) {
        var oneDay = time.local(from).toLocalDate().equals(time.local(to).toLocalDate());
        return "from " + (oneDay ? time.time(from) : time.moment(from)) + " to " + (oneDay ? time.time(to) : time.moment(to));
    }

    /** How much is lost of what: the share of one service, or of each. */
    private static String impacts(Picture picture, @Nullable Money rate) {
        var affected = picture.affected();
        var shares = affected.size() == 1
                ? "Impact " + Figures.percent(affected.getFirst().impact())
                : String.join(", ", affected.stream().map(it -> it.service() + " " + Figures.percent(it.impact())).toList());
        return rate == null || rate.isZero() ? shares : shares + ", " + Figures.exactly(eachSecond(rate)) + " a second";
    }

    public static String who(Picture picture, Names names) {
        var commander = picture.incident().commander();
        if (commander != null) return names.of(commander);
        var by = picture.incident().acknowledgedBy();
        return by == null ? "nobody yet" : names.of(by);
    }

    public static boolean isAnswered(Picture picture) {
        return picture.incident().state() != State.TRIGGERED;
    }

    public static String effectiveness(Cost cost) {
        return cost.effectiveness() == null ? "" : Figures.percent(cost.effectiveness());
    }

    private static Money eachSecond(Money rate) {
        return new Money(rate.amount().divide(SECONDS_PER_HOUR, MathContext.DECIMAL64), rate.currency());
    }

    private static @Nullable String perSecond(@Nullable Money rate) {
        if (rate == null || rate.isZero()) return null;
        return eachSecond(rate).amount().setScale(DIGITS, RoundingMode.HALF_UP).toPlainString();
    }

    private static String plain(Money money) {
        return money.amount().setScale(DIGITS, RoundingMode.HALF_UP).toPlainString();
    }
}
