package dev.holdfast.paging;

import dev.holdfast.quantities.Money;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a message says, in short plain sentences: how bad, which service, what, the cost, since when, why you. */
final class PageWords {

    private static final int OTHERS_NAMED = 20;

    private PageWords() {}

    /** Why this person: the schedule and the step, where there are some. */
    record Reason(@Nullable String schedule, @Nullable Integer step, @Nullable Integer round) {}

    static String subjectLine(MessageType type, List<SubjectBrief> briefs) {
        var first = briefs.getFirst();
        var what = first.service() + ": " + first.summary();
        var line = switch (type) {
            case PAGE, RELEASED, DIGEST -> (first.major() ? "Major: " : "") + what;
            case UNANSWERED -> "Nobody answers: " + what;
            case MAJOR -> "Major now: " + what;
            case ACKNOWLEDGED -> "Acknowledged: " + what;
            case RESOLVED -> "Resolved: " + what;
            case REASSIGNED -> "No longer yours: " + what;
            case SHADOW -> "To go along: " + what;
            case UNROUTED -> briefs.getFirst().summary();
        };
        return briefs.size() == 1 ? line : line + " and " + (briefs.size() - 1) + " more";
    }

    static String text(MessageType type, List<SubjectBrief> briefs, Reason reason, ZoneId zone, Instant now) {
        var first = briefs.getFirst();
        var lines = new ArrayList<String>();
        lines.add("%s %s on %s: %s".formatted(first.major() ? "Major" : "Minor", first.number(), first.service(), first.summary()));
        lines.add(cost(first));
        lines.add("Since %s, %s.".formatted(clock(first.startedAt(), zone), lasting(first.startedAt(), now)));
        lines.add(why(type, first, reason, zone));
        if (briefs.size() > 1) {
            lines.add("");
            lines.add("And with it:");
            briefs.stream().skip(1).limit(OTHERS_NAMED).forEach(other -> lines.add(
                    "- %s on %s: %s".formatted(other.number(), other.service(), other.summary())));
            if (briefs.size() - 1 > OTHERS_NAMED) {
                lines.add("- %d more".formatted(briefs.size() - 1 - OTHERS_NAMED));
            }
        }
        return String.join("\n", lines);
    }

    static String cost(SubjectBrief brief) {
        var rate = brief.ratePerHour();
        if (rate == null) {
            return "What it costs is not known: the service has no exposure.";
        }
        var soFar = brief.lossSoFar();
        return soFar == null
                ? "It costs %s an hour.".formatted(money(rate))
                : "It costs %s an hour, %s so far.".formatted(money(rate), money(soFar));
    }

    static String why(MessageType type, SubjectBrief brief, Reason reason, ZoneId zone) {
        return switch (type) {
            case PAGE -> you(reason);
            case RELEASED -> "It was held until now, so that nobody was woken. " + you(reason);
            case DIGEST -> "Holdfast was interrupted; this waited meanwhile. " + you(reason);
            case UNANSWERED -> "Nobody who was called has answered. You are asked every quarter of an hour until somebody does.";
            case MAJOR -> "It has become major. You are told as incident manager on duty.";
            case ACKNOWLEDGED, RESOLVED -> stands(brief, zone) + " You need do nothing.";
            case REASSIGNED -> "It went to others to answer. You need do nothing more.";
            case SHADOW -> "Whom you go along with was called%s. Look and learn; nobody waits for you."
                    .formatted(reason.schedule() == null ? "" : " by the schedule " + reason.schedule());
            case UNROUTED -> "Give the integration a route, or the policy a service for what no route places.";
        };
    }

    private static String you(Reason reason) {
        var on = reason.schedule() == null ? "You stand in where nobody is on call" : "You are called by the schedule " + reason.schedule();
        return reason.step() == null || reason.round() == null
                ? on + "."
                : "%s: step %d, round %d.".formatted(on, reason.step(), reason.round());
    }

    private static String stands(SubjectBrief brief, ZoneId zone) {
        return switch (brief.standing()) {
            case SubjectBrief.Standing.Waiting() -> "It waits for somebody again.";
            case SubjectBrief.Standing.Acknowledged(var by, var person, var at) ->
                "%s acknowledged it at %s.".formatted(by, clock(at, zone));
            case SubjectBrief.Standing.Resolved(var at) ->
                at == null ? "It is resolved." : "It was resolved at %s.".formatted(clock(at, zone));
        };
    }

    /** Half up to whole units, as people read it. */
    static String money(Money money) {
        var format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(money.currency());
        format.setMaximumFractionDigits(0);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(money.amount());
    }

    static String clock(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm, EEE d MMM", Locale.UK).format(at.atZone(zone)) + " (" + zone.getId() + ")";
    }

    static String time(Instant at, Instant now, ZoneId zone) {
        var local = at.atZone(zone);
        var today = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return DateTimeFormatter.ofPattern(today ? "HH:mm:ss" : "HH:mm, EEE d MMM", Locale.UK).format(local);
    }

    /** The same to the minute. */
    static String minute(Instant at, Instant now, ZoneId zone) {
        var local = at.atZone(zone);
        var today = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return DateTimeFormatter.ofPattern(today ? "HH:mm" : "HH:mm, EEE d MMM", Locale.UK).format(local);
    }

    static String lasting(Instant from, Instant now) {
        var lasted = Duration.between(from, now);
        if (lasted.toMinutes() < 2) {
            var seconds = Math.max(0, lasted.toSeconds());
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        if (lasted.toHours() < 2) {
            return lasted.toMinutes() + " minutes";
        }
        return lasted.toDays() < 2 ? lasted.toHours() + " hours" : lasted.toDays() + " days";
    }
}
