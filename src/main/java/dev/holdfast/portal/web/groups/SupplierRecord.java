package dev.holdfast.portal.web.groups;

import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ThirdParty;
import dev.holdfast.incidents.Incident;
import dev.holdfast.incidents.IncidentFilter;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.State;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a third party promised beside what happened to the services that depend on it. An incident names no third party,
 * so these are the incidents that it may have caused, and the page says so.
 */
@Component
class SupplierRecord {

    private static final Duration BACK = Duration.ofDays(90);
    private static final int COUNTED = 200;
    private static final int SHOWN = 8;

    private final Incidents incidents;

    SupplierRecord(Incidents incidents) {
        this.incidents = incidents;
    }

    ThirdPartyPage.Promised of(@Nullable ThirdParty party, List<Service> direct, ReaderTime time) {
        var terms = party == null ? null : party.terms();
        var names = direct.stream().map(service -> service.name().value()).collect(Collectors.toSet());
        var since = time.now().minus(BACK);
        var rows = names.isEmpty() ? List.<Incident>of()
                : incidents.rows(new IncidentFilter(names, EnumSet.allOf(State.class), null, since, null), null, COUNTED);
        var within = terms == null ? null : terms.restoreWithin();
        return new ThirdPartyPage.Promised(
                terms(terms), words(rows, within, time), rows.stream().limit(SHOWN).map(row -> happened(row, within, time)).toList());
    }

    private static List<Pair> terms(ThirdParty.@Nullable Terms terms) {
        var pairs = new ArrayList<Pair>();
        if (terms == null) return pairs;
        if (terms.respondWithin() != null) pairs.add(Pair.of("They respond within", Figures.words(terms.respondWithin())));
        if (terms.restoreWithin() != null) pairs.add(Pair.of("They restore within", Figures.words(terms.restoreWithin())));
        if (terms.charge() != null) pairs.add(Pair.of("What it costs", terms.charge()));
        if (terms.credit() != null) pairs.add(Pair.of("What they credit", terms.credit()));
        return pairs;
    }

    private static String words(List<Incident> rows, @Nullable Duration within, ReaderTime time) {
        if (rows.isEmpty()) return "No incident of a service that depends on it in the last 90 days.";
        var lasted = rows.stream().map(row -> lasted(row, time)).sorted().toList();
        var median = lasted.get((lasted.size() - 1) / 2);
        var count = Figures.count(rows.size(), "incident") + (rows.size() == COUNTED ? " or more" : "");
        var all = "%s of services that depend on it in the last 90 days; half were over within %s, the longest took %s."
                .formatted(count, Figures.words(median), Figures.words(lasted.getLast()));
        if (within == null) return all;
        var longer = lasted.stream().filter(each -> each.compareTo(within) > 0).count();
        return all + " " + (longer == 0 ? "None" : String.valueOf(longer)) + " lasted longer than what they promise.";
    }

    private static ThirdPartyPage.Happened happened(Incident row, @Nullable Duration within, ReaderTime time) {
        var lasted = lasted(row, time);
        var beyond = within != null && lasted.compareTo(within) > 0;
        var status = beyond ? new Status("longer than promised", Shape.TRIANGLE, Tone.CAUTION)
                : within == null ? new Status(row.isOpen() ? "open" : "over", Shape.RING, Tone.QUIET)
                : new Status("within what is promised", Shape.CHECK, Tone.SAFE);
        return new ThirdPartyPage.Happened(
                row.reference(), row.summary(), row.service() + ", " + time.full(row.startedAt()), Figures.words(lasted) + (row.isOpen() ? " so far" : ""), status);
    }

    private static Duration lasted(Incident row, ReaderTime time) {
        return Duration.between(row.startedAt(), row.resolvedAt() == null ? time.now() : row.resolvedAt());
    }
}
