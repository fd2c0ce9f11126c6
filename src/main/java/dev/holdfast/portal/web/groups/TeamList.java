package dev.holdfast.portal.web.groups;

import static dev.holdfast.portal.web.groups.GroupList.Cell;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamKind;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.http.Csv;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Risks;
import dev.holdfast.quantities.Money;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the list of teams: what each owns and stands to lose; from memory. */
@Component
class TeamList {

    private final Documents documents;
    private final Risks risks;

    TeamList(Documents documents, Risks risks) {
        this.documents = documents;
        this.risks = risks;
    }

    GroupList page(ListFilter filter, Viewer viewer, ReaderTime time) {
        var view = documents.at(time.now());
        var found = found(view, filter);
        var cut = filter.cut(found, team -> team.name().value());
        var sums = sums(view);
        var names = new Names(view);
        return new GroupList(
                "Teams", filter.path(), GroupWords.listed(found.size(), view.teams().size(), "team"), filter.words(), new GroupList.Picker("Kind", ListFilter.PICKED, kinds(filter)),
                List.of(new GroupList.Head("Team", false, false), new GroupList.Head("Kind", false, true), new GroupList.Head("People", true, true),
                        new GroupList.Head("Services", true, false), new GroupList.Head("At risk an hour", true, false), new GroupList.Head("Lead", false, true)),
                cut.shown().stream().map(team -> row(team, sums.getOrDefault(team.name(), Sum.NONE), names)).toList(), view.teams().isEmpty(),
                "A team owns services, is on call for them and is known by its people.", viewer.isAdmin() ? "/catalogue" : null, filter.csv(), cut.next());
    }

    Csv csv(ListFilter filter, ReaderTime time) {
        var view = documents.at(time.now());
        var sums = sums(view);
        var csv = new Csv("team", "title", "kind", "people", "services", "at risk an hour", "currency", "lead", "product manager", "budget holder");
        for (var team : found(view, filter)) {
            var sum = sums.getOrDefault(team.name(), Sum.NONE);
            var holder = team.budgetHolder();
            csv.row(List.of(
                    team.name().value(), team.shown(), team.kind() == null ? "" : GroupWords.word(team.kind()), String.valueOf(team.members().size()),
                    String.valueOf(sum.services()), sum.together() == null ? "" : sum.together().rounded().amount().toPlainString(),
                    sum.together() == null ? "" : sum.together().currency().getCurrencyCode(), text(team.lead()), text(team.productManager()),
                    holder == null ? "" : holder.person().value()));
        }
        return csv;
    }

    private static List<Team> found(CatalogueView view, ListFilter filter) {
        return filter.found(List.copyOf(view.teams()), team -> team.name().value(), Team::shown).stream()
                .filter(team -> filter.picked().isEmpty() || team.kind() != null && filter.picked().equals(GroupWords.value(team.kind())))
                .toList();
    }

    private Map<TeamName, Sum> sums(CatalogueView view) {
        var sums = new HashMap<TeamName, Sum>();
        var risk = risks.in(view);
        for (Service service : view.services()) {
            if (service.owner() != null) sums.merge(service.owner(), new Sum(1, risk.apply(service.name()).perHour()), Sum::plus);
        }
        return sums;
    }

    /** How many services, and what they have at risk together. */
    record Sum(int services, @Nullable Money together) {

        static final Sum NONE = new Sum(0, null);

        Sum plus(Sum other) {
            var money = Stream.of(this, other).map(Sum::together).filter(Objects::nonNull).reduce(Money::plus).orElse(null);
            return new Sum(services + other.services, money);
        }

        String shown() {
            return together == null ? services == 0 ? "–" : "not known" : Figures.money(together);
        }
    }

    private static GroupList.Row row(Team team, Sum sum, Names names) {
        var lead = team.lead();
        return new GroupList.Row(
                team.shown(), "/teams/" + team.name(), team.title() == null ? "" : team.name().value(),
                List.of(Cell.of(team.kind() == null ? "–" : GroupWords.word(team.kind())), Cell.of(String.valueOf(team.members().size())),
                        Cell.of(String.valueOf(sum.services())), Cell.of(sum.shown()), lead == null ? Cell.of("–") : Cell.to(names.of(lead), "/people/" + lead)));
    }

    private static List<Choice> kinds(ListFilter filter) {
        return Choice.all(Arrays.stream(TeamKind.values())
                .map(kind -> new Choice(GroupWords.value(kind), GroupWords.word(kind), GroupWords.value(kind).equals(filter.picked())))
                .toList());
    }

    private static String text(@Nullable PersonName person) {
        return person == null ? "" : person.value();
    }
}
