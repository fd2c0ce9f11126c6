package dev.holdfast.portal.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.fairness.Rests;
import dev.holdfast.oncall.Schedules;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the foot of the side bar says of its reader; reckoned once a minute for each, and anew when the catalogue changes. */
@Component
class Duties {

    private static final int REMEMBERED = 1000;

    private final Documents documents;
    private final Schedules schedules;
    private final Rests rests;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    Duties(Documents documents, Schedules schedules, Rests rests) {
        this.documents = documents;
        this.schedules = schedules;
        this.rests = rests;
    }

    private record Known(String words, Instant minute, long revision) {}

    String of(Viewer viewer, CatalogueView view, ReaderTime time) {
        if (viewer.person() == null) return roles(viewer, view);
        var minute = time.now().truncatedTo(ChronoUnit.MINUTES);
        var revision = documents.revision();
        synchronized (known) {
            var last = known.get(viewer.account());
            if (last != null && last.minute().equals(minute) && last.revision() == revision) return last.words();
        }
        var words = reckoned(viewer, new PersonName(viewer.person()), view, time);
        synchronized (known) {
            known.put(viewer.account(), new Known(words, minute, revision));
        }
        return words;
    }

    private String reckoned(Viewer viewer, PersonName person, CatalogueView view, ReaderTime time) {
        return rests.of(person).map(rest -> "rest until " + time.moment(rest.earliestStart())).orElseGet(() -> onCall(viewer, person, view, time));
    }

    private String onCall(Viewer viewer, PersonName person, CatalogueView view, ReaderTime time) {
        var turns = schedules.now(person, time.now());
        return turns.isEmpty()
                ? roles(viewer, view)
                : DutyWords.words(turns, view.calendar(), time).orElseGet(() -> roles(viewer, view));
    }

    private static String roles(Viewer viewer, CatalogueView view) {
        var teams = viewer.teams().stream().sorted().map(name -> view.team(new TeamName(name)).map(Team::shown).orElse(name)).collect(Collectors.joining(", "));
        if (viewer.isAdmin()) return teams.isEmpty() ? "administrator" : teams + ", administrator";
        return teams.isEmpty() ? "in no team" : teams;
    }
}
