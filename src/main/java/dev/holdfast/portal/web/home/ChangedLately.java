package dev.holdfast.portal.web.home;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Picture;
import dev.holdfast.ledger.Entry;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.portal.web.IncidentWords;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What changed in what is somebody's: documents, decisions and overrides by the ledger, and incidents that ended. */
@Component
class ChangedLately {

    private static final Duration SINCE = Duration.ofDays(14);
    private static final int SHOWN = 8;
    private static final Map<String, String> ACTS = Map.of(
            "create", "was described", "update", "was changed", "end", "was ended", "selection-confirmed", "was confirmed as calculated",
            "selection-overridden", "was decided otherwise than calculated", "override-made", "has an override", "override-ended", "lost an override");
    private static final Map<String, String> PLACES =
            Map.of("service", "/services/", "team", "/teams/", "domain", "/domains/", "person", "/people/", "schedule", "/on-call");

    private final Ledger ledger;
    private final Incidents incidents;

    ChangedLately(Ledger ledger, Incidents incidents) {
        this.ledger = ledger;
        this.incidents = incidents;
    }

    List<HomePage.Change> of(Mine mine, ReaderTime time) {
        var since = time.now().minus(SINCE);
        var names = new Names(mine.view());
        var found = new ArrayList<At>();
        for (var entry : ledger.latest(subjects(mine), since, SHOWN)) {
            var words = ACTS.get(entry.act());
            if (words != null) found.add(new At(entry.at(), change(entry, words, names, time)));
        }
        incidents.ended(mine.names(), since, SHOWN).forEach(picture -> found.add(ended(picture, names, time)));
        return found.stream().sorted(Comparator.comparing(At::at).reversed()).limit(SHOWN).map(At::change).toList();
    }

    private record At(Instant at, HomePage.Change change) {}

    private static List<String> subjects(Mine mine) {
        var services = mine.names().stream().map(ServiceName::value).flatMap(name -> Stream.of("Service/" + name, "service/" + name));
        var schedules = mine.schedules().stream().flatMap(it -> Stream.of("Schedule/" + it.schedule(), "schedule/" + it.schedule()));
        var teams = mine.teams().stream().map(team -> "Team/" + team.name());
        var policy = mine.view().organisation().stream().map(it -> "Organisation/" + it.name());
        return Stream.of(services, schedules, teams, policy).flatMap(it -> it).toList();
    }

    private static HomePage.Change change(Entry entry, String words, Names names, ReaderTime time) {
        var parts = entry.subject().split("/", 2);
        var kind = parts[0].toLowerCase(Locale.ROOT);
        var name = parts.length > 1 ? parts[1] : "";
        var what = kind.equals("organisation") ? "The organisation’s policy " + words : kind.equals("service") ? name + " " + words : "The " + kind + " " + name + " " + words;
        var place = PLACES.get(kind);
        return new HomePage.Change(time.moment(entry.at()), what, names.of(entry.by()), place == null || place.endsWith("l") ? place : place + name);
    }

    private static At ended(Picture picture, Names names, ReaderTime time) {
        var incident = picture.incident();
        var at = Objects.requireNonNull(incident.resolvedAt());
        var what = incident.reference() + " ended, " + incident.service() + ": " + incident.summary() + ", " + IncidentWords.loss(picture).shown() + " lost";
        return new At(at, new HomePage.Change(time.moment(at), what, incident.resolvedBy() == null ? "" : names.of(incident.resolvedBy()), "/incidents/" + incident.reference()));
    }
}
