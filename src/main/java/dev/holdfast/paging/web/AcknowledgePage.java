package dev.holdfast.paging.web;

import dev.holdfast.catalogue.Link;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.paging.Asked;
import dev.holdfast.paging.NextCall;
import dev.holdfast.paging.SubjectBrief;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page of somebody who was just woken, ready to be read: what it is, what it costs, and one thing to do.
 *
 * @param curve how the loss grew, and where it goes; null where it is not known
 * @param next who is called next and when, in a sentence
 * @param countdown how long until then; null where nobody is called
 * @param cannot what the button says that lets the next be called; null where it is not this person's turn
 * @param present who else is there
 */
public record AcknowledgePage(
        boolean major,
        String heading,
        String service,
        @Nullable String time,
        @Nullable String perHour,
        @Nullable String since,
        @Nullable String why,
        List<Place> places,
        @Nullable String present,
        @Nullable Curve curve,
        @Nullable String next,
        @Nullable Countdown countdown,
        @Nullable String cannot,
        List<String> others,
        @Nullable String answer,
        @Nullable String address) {

    /** A place to look at first. */
    public record Place(String words, String address) {}

    /** The drawing, with what it says in words. */
    public record Curve(WokenCurve drawn, String head, String lost) {}

    /** Seconds that are left of all that passes between the last call and the next, and the same in words. */
    public record Countdown(long left, long whole, String words) {

        static @Nullable Countdown of(Asked asked) {
            var next = asked.next();
            if (next == null || next.people().isEmpty()) return null;
            var left = Math.max(0, Duration.between(asked.at(), next.at()).toSeconds());
            var last = asked.lastCall();
            var whole = last == null ? left : Math.max(left, Duration.between(last, next.at()).toSeconds());
            return new Countdown(left, Math.max(1, whole), words(left));
        }

        private static String words(long left) {
            if (left == 0) return "now";
            return left < 3600 ? "in %d:%02d".formatted(left / 60, left % 60) : "in %d:%02d:%02d".formatted(left / 3600, left / 60 % 60, left % 60);
        }

        public long gone() {
            return whole - left;
        }
    }

    public AcknowledgePage {
        places = List.copyOf(places);
        others = List.copyOf(others);
    }

    static AcknowledgePage of(Asked asked) {
        var first = asked.first();
        var waiting = asked.briefs().stream().anyMatch(SubjectBrief::wantsAnswer);
        return new AcknowledgePage(
                first.major(), first.summary(), first.service().value(), asked.time(asked.at()), asked.perHour(), asked.since(),
                asked.schedule() == null ? "Nobody is on call: you stand in" : asked.schedule(), places(asked.places()),
                present(asked, waiting), curve(asked), waiting ? next(asked) : null, waiting ? Countdown.of(asked) : null, waiting && asked.mayPassOn() ? cannot(asked) : null,
                asked.briefs().stream().skip(1).map(other -> other.number() + ", " + other.service() + ": " + other.summary()).toList(),
                waiting ? null : answer(asked), first.url().toString());
    }

    /** What there is to say where there is nothing left to do. */
    static AcknowledgePage ended(String heading, String why) {
        return new AcknowledgePage(false, heading, "", null, null, null, null, List.of(), null, null, null, null, null, List.of(), why, null);
    }

    /** Whether the button is there. */
    public boolean waits() {
        return answer == null;
    }

    /** All that is said at the thumb but the running time: where it is the same, the buttons may stay as they are. */
    public String says() {
        return String.join("|", Stream.of(next, cannot, answer, present).map(String::valueOf).toList());
    }

    private static List<Place> places(Map<String, Link> links) {
        return Stream.of("runbook", "dashboard", "logs").flatMap(name -> place(name, links.get(name)).stream()).toList();
    }

    private static Optional<Place> place(String name, @Nullable Link link) {
        if (link == null || !String.valueOf(link.url().getScheme()).matches("https?")) return Optional.empty();
        return Optional.of(new Place(Character.toUpperCase(name.charAt(0)) + name.substring(1), link.url().toString()));
    }

    private static @Nullable String present(Asked asked, boolean waiting) {
        if (asked.present().isEmpty()) return waiting ? null : "Nobody else is there yet.";
        return names(asked, asked.present()) + (waiting ? " was called too, and has not answered." : asked.present().size() == 1 ? " is there too." : " are there too.");
    }

    private static @Nullable Curve curve(Asked asked) {
        return WokenCurve.of(asked.growth(), asked.first().ratePerHour())
                .map(drawn -> new Curve(drawn, "Lost by " + asked.minute(drawn.end()) + " if it goes on", asked.money(drawn.lost())))
                .orElse(null);
    }

    private static @Nullable String next(Asked asked) {
        var next = asked.next();
        if (next == null) return null;
        return next.people().isEmpty() ? "Nobody else can be reached." : called(asked, next) + " called at " + asked.minute(next.at());
    }

    private static String called(Asked asked, NextCall next) {
        return names(asked, next.people()) + (next.people().size() == 1 ? " is" : " are");
    }

    private static String cannot(Asked asked) {
        var next = asked.next();
        return next == null || next.people().isEmpty() ? "I can’t" : "I can’t. Call " + names(asked, next.people()) + " now";
    }

    private static String names(Asked asked, List<PersonName> people) {
        return String.join(", ", people.stream().map(asked::name).toList());
    }

    private static String answer(Asked asked) {
        return switch (asked.first().standing()) {
            case SubjectBrief.Standing.Acknowledged(var by, var person, var at) ->
                (asked.person().name().equals(person) ? "You" : person == null ? by : asked.name(person)) + " acknowledged at " + asked.time(at) + ".";
            case SubjectBrief.Standing.Resolved(var at) -> "It is resolved.";
            case SubjectBrief.Standing.Waiting() -> "It waits for somebody.";
        };
    }
}
