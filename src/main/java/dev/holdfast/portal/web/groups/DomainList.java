package dev.holdfast.portal.web.groups;

import static dev.holdfast.portal.web.groups.GroupList.Cell;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.http.Csv;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Risks;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the list of domains; from memory. */
@Component
class DomainList {

    private final Documents documents;
    private final Risks risks;

    DomainList(Documents documents, Risks risks) {
        this.documents = documents;
        this.risks = risks;
    }

    GroupList page(ListFilter filter, Viewer viewer, ReaderTime time) {
        var view = documents.at(time.now());
        var found = found(view, filter);
        var cut = filter.cut(found, domain -> domain.name().value());
        var sums = sums(view);
        var names = new Names(view);
        return new GroupList(
                "Domains", filter.path(), GroupWords.listed(found.size(), view.domains().size(), "domain"), filter.words(),
                new GroupList.Picker("Grouped by", ListFilter.PICKED, groupings(filter)),
                List.of(new GroupList.Head("Domain", false, false), new GroupList.Head("Grouped by", false, true), new GroupList.Head("Services", true, false),
                        new GroupList.Head("At risk an hour", true, false), new GroupList.Head("Budget holder", false, true)),
                cut.shown().stream().map(domain -> row(domain, sums.getOrDefault(domain.name(), TeamList.Sum.NONE), names)).toList(), view.domains().isEmpty(),
                "A domain is services that belong together, whose teams share a rota out of hours; one person pays for it.", viewer.isAdmin() ? "/catalogue" : null,
                filter.csv(), cut.next());
    }

    Csv csv(ListFilter filter, ReaderTime time) {
        var view = documents.at(time.now());
        var sums = sums(view);
        var csv = new Csv("domain", "title", "grouped by", "services", "at risk an hour", "currency", "budget holder");
        for (var domain : found(view, filter)) {
            var sum = sums.getOrDefault(domain.name(), TeamList.Sum.NONE);
            csv.row(List.of(
                    domain.name().value(), domain.shown(), domain.grouping() == null ? "" : GroupWords.word(domain.grouping()), String.valueOf(sum.services()),
                    sum.together() == null ? "" : sum.together().rounded().amount().toPlainString(),
                    sum.together() == null ? "" : sum.together().currency().getCurrencyCode(), domain.budgetHolder() == null ? "" : domain.budgetHolder().value()));
        }
        return csv;
    }

    private static List<Domain> found(CatalogueView view, ListFilter filter) {
        return filter.found(List.copyOf(view.domains()), domain -> domain.name().value(), Domain::shown).stream()
                .filter(domain -> filter.picked().isEmpty() || domain.grouping() != null && filter.picked().equals(GroupWords.value(domain.grouping())))
                .toList();
    }

    private Map<DomainName, TeamList.Sum> sums(CatalogueView view) {
        var sums = new HashMap<DomainName, TeamList.Sum>();
        var risk = risks.in(view);
        for (var service : view.services()) {
            if (service.domain() != null) sums.merge(service.domain(), new TeamList.Sum(1, risk.apply(service.name()).perHour()), TeamList.Sum::plus);
        }
        return sums;
    }

    private static GroupList.Row row(Domain domain, TeamList.Sum sum, Names names) {
        var holder = domain.budgetHolder();
        return new GroupList.Row(
                domain.shown(), "/domains/" + domain.name(), domain.title() == null ? "" : domain.name().value(),
                List.of(Cell.of(domain.grouping() == null ? "–" : GroupWords.word(domain.grouping())), Cell.of(String.valueOf(sum.services())), Cell.of(sum.shown()),
                        holder == null ? Cell.of("–") : Cell.to(names.of(holder), "/people/" + holder)));
    }

    private static List<Choice> groupings(ListFilter filter) {
        return Choice.all(Arrays.stream(Domain.Grouping.values())
                .map(it -> new Choice(GroupWords.value(it), GroupWords.word(it), GroupWords.value(it).equals(filter.picked())))
                .toList());
    }
}
