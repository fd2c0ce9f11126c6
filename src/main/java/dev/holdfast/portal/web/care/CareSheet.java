package dev.holdfast.portal.web.care;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.fairness.Burden;
import dev.holdfast.fairness.Fairness;
import dev.holdfast.fairness.Rest;
import dev.holdfast.fairness.Rests;
import dev.holdfast.fairness.Suggestion;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the parts of pages that say whether it is shared fairly and who is to rest. */
@Component
public class CareSheet {

    private static final int DAYS = 84;
    private static final int SHOWN = 12;
    private static final int FORESEEN = 6;

    private final Documents documents;
    private final Fairness fairness;
    private final Rests rests;
    private final ForecastSheet forecast;

    CareSheet(Documents documents, Fairness fairness, Rests rests, ForecastSheet forecast) {
        this.documents = documents;
        this.fairness = fairness;
        this.rests = rests;
        this.forecast = forecast;
    }

    /** What a team's page says of it. */
    public CarePart ofTeam(TeamName team, ReaderTime time) {
        return documents.holding(() -> {
            var from = time.now().minus(Duration.ofHours(12));
            var tired = rests.between(from, time.now().plus(Duration.ofDays(3)), team).stream()
                    .filter(rest -> rest.earliestStart().isAfter(time.now()))
                    .map(rest -> rest(rest, time))
                    .toList();
            var mend = forecast.ofTeam(team, FORESEEN, time);
            return new CarePart(team.value(), fairOfTeam(team, time), tired, mend.items(), mend.more());
        });
    }

    /** Of a team, or else of a domain; of neither, the part says that one is to be chosen. */
    public FairPart fair(String team, String domain, ReaderTime time) {
        return documents.holding(() -> {
            var view = documents.at(time.now());
            if (!team.isBlank()) return view.team(new TeamName(team)).isEmpty() ? FairPart.UNASKED : fairOfTeam(new TeamName(team), time);
            if (domain.isBlank() || view.domain(new DomainName(domain)).isEmpty()) return FairPart.UNASKED;
            var name = new DomainName(domain);
            return part(view.domain(name).map(Domain::shown).orElse(domain), fairness.ofDomain(name, from(time), time.now()), "", time);
        });
    }

    private FairPart fairOfTeam(TeamName team, ReaderTime time) {
        var view = documents.at(time.now());
        var shared = fairness.ofTeam(team, from(time), time.now());
        return part(view.team(team).map(Team::shown).orElse(team.value()), shared, "/on-call/fairness.csv?team=" + team, time);
    }

    private FairPart part(String of, Fairness.Shared shared, String csv, ReaderTime time) {
        var names = new Names(documents.at(time.now()));
        var rows = shared.people().stream()
                .sorted(Comparator.comparing(Burden::outOfHours).reversed().thenComparing(Burden::person))
                .map(burden -> row(burden, names))
                .toList();
        return new FairPart(
                of, rows.stream().limit(SHOWN).toList(), Math.max(0, rows.size() - SHOWN), spread(shared),
                shared.suggestions().stream().map(suggestion -> suggested(suggestion, names, time)).toList(), csv);
    }

    private static Instant from(ReaderTime time) {
        return time.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(DAYS));
    }

    private static FairPart.Row row(Burden burden, Names names) {
        return new FairPart.Row(
                names.of(burden.person()), "/people/" + burden.person(), String.valueOf(burden.outOfHours().toHours()), String.valueOf(burden.nights()),
                String.valueOf(burden.nightsBroken()), String.valueOf(burden.weekends()));
    }

    private static String spread(Fairness.Shared shared) {
        return shared.spread(burden -> burden.outOfHours().toMinutes()).filter(spread -> spread.compareTo(BigDecimal.ONE) > 0)
                .map(spread -> "Whoever had most hours out of hours had " + spread + " times the median.").orElse("");
    }

    private static FairPart.Suggested suggested(Suggestion suggestion, Names names, ReaderTime time) {
        var give = suggestion.give();
        var giver = names.of(give.person());
        var taker = names.of(suggestion.take().person());
        var turn = turn(give, time);
        var words = suggestion.take().from() == null ? "%s gives %s to %s.".formatted(giver, turn, taker)
                : "%s swaps %s for %s of %s.".formatted(giver, turn, turn(suggestion.take(), time), taker);
        var then = suggestion.spreadAfter() == null ? "" : "Then, with the twelve weeks ahead: %s times the median.".formatted(suggestion.spreadAfter());
        return new FairPart.Suggested(words, then, "/schedules/" + suggestion.schedule());
    }

    private static String turn(Suggestion.Part part, ReaderTime time) {
        return part.from() == null || part.to() == null ? "" : time.day(part.from()) + " to " + time.day(part.to());
    }

    private RestRow rest(Rest rest, ReaderTime time) {
        var names = new Names(documents.at(time.now()));
        var cover = rest.cover() == null ? "Nobody of the team is free to cover." : names.of(rest.cover().person()) + " was not called and could cover.";
        return new RestRow(
                names.of(rest.person()), "/people/" + rest.person(), "until " + time.moment(rest.earliestStart()),
                "Called out until %s, would begin %s. %s".formatted(
                        time.moment(rest.earliestStart().minus(Duration.ofHours(11))), time.moment(rest.nextStart()), cover));
    }
}
