package dev.holdfast.portal.web.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.oncall.Covering;
import dev.holdfast.portal.web.Explained;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.ServiceWords;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is called for a service at an instant, with the steps that lead there. */
@Component
class CalledWhy {

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Coverage coverage;

    CalledWhy(Coverage coverage) {
        this.coverage = coverage;
    }

    OnCallPage.Why of(CatalogueView view, OnCallAsked asked, Names names, ReaderTime time) {
        var known = OnCallPickers.services(view);
        var local = asked.at();
        var at = local == null ? time.now() : local.atZone(time.zone()).toInstant();
        var field = FIELD.format(time.local(at));
        var service = asked.of("service");
        if (service.isEmpty()) return new OnCallPage.Why("", field, known, null, null, "", "", List.of());
        var unread = !asked.of("at").isEmpty() && local == null ? "That is no time: write it as 2026-11-29T18:00." : null;
        if (unread != null) return new OnCallPage.Why(service, field, known, unread, null, "", "", List.of());
        if (!service.matches("[a-z0-9-]{1,63}") || view.service(new ServiceName(service)).isEmpty()) {
            return new OnCallPage.Why(service, field, known, "There is no service " + service + ".", null, "", "", List.of());
        }
        return coverage.of(List.of(new ServiceName(service)), at).values().stream().findFirst()
                .map(cover -> answer(cover, service, field, known, names, time))
                .orElseGet(() -> new OnCallPage.Why(service, field, known, "There was no such service then.", null, "", "", List.of()));
    }

    private static OnCallPage.Why answer(Covering cover, String service, String field, List<String> known, Names names, ReaderTime time) {
        var people = cover.people().stream().map(names::of).collect(Collectors.joining(", then "));
        return switch (cover.status()) {
            case COVERED -> new OnCallPage.Why(service, field, known, null,
                    cover.gap() ? new Status("gap", Shape.TRIANGLE, Tone.CAUTION) : new Status("covered", Shape.CHECK, Tone.SAFE),
                    people + " is called.", "By " + cover.schedule() + until(cover.until(), time) + ".", Explained.of(cover.explain(), time));
            case SUPPRESSED -> new OnCallPage.Why(service, field, known, null, new Status("nobody by choice", Shape.RING, Tone.QUIET),
                    "Nobody is called then, by choice.",
                    cover.suppressedUntil() == null ? "" : "Callouts wait until " + time.full(cover.suppressedUntil()) + (people.isEmpty() ? "." : "; then " + people + " is called."),
                    Explained.of(cover.explain(), time));
            case FALLBACK -> new OnCallPage.Why(service, field, known, null, new Status("gap", Shape.DIAMOND, Tone.LOSS), "Nobody is on a schedule.",
                    cover.fallback().isEmpty() ? "Nobody of the fallback chain can be reached." : ServiceWords.called(cover, names) + " is called, by the fallback chain.",
                    Explained.of(cover.explain(), time));
        };
    }

    private static String until(@Nullable Instant until, ReaderTime time) {
        return until == null ? "" : ", until " + time.full(until);
    }
}
