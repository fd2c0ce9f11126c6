package dev.holdfast.portal.web.service;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.Csv;
import dev.holdfast.http.Cursor;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.portal.web.AtRisk;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Risks;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.quantities.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the list of services: filtered and sorted by what stands in the address, cut by a cursor, with totals of all found. */
@Component
class ServiceList {

    private static final int SHOWN = 50;

    private final Documents documents;
    private final Selection selection;
    private final Risks risks;
    private final ServiceRows rows;

    ServiceList(Documents documents, Selection selection, Risks risks, ServiceRows rows) {
        this.documents = documents;
        this.selection = selection;
        this.risks = risks;
        this.rows = rows;
    }

    /** A service that was found, with what is in force for it and what it has at risk. */
    record Found(Service service, @Nullable Selected selected, AtRisk risk) {}

    ServicesPage page(ServiceFilter filter, Viewer viewer, ReaderTime time) {
        return documents.holding(() -> {
            var view = documents.at(time.now());
            var found = found(view, filter, time);
            var sum = sum(found);
            var from = after(found, filter);
            var shown = found.subList(from, Math.min(found.size(), from + SHOWN));
            var next = from + SHOWN < found.size() ? Cursor.encode(shown.getLast().service().name().value()) : null;
            return new ServicesPage(
                    lede(view, found, sum), view.services().isEmpty(), viewer.isAdmin(), filter.of("q"), ServicePickers.of(view, filter),
                    filter.isNarrowed(), filter.of("sort"), heads(filter), counts(found, total(sum), filter), rows.of(view, shown, time), total(sum),
                    filter.address("/services.csv", null), from == 0 ? null : filter.address("/services", null),
                    next == null ? null : filter.address("/services", next));
        });
    }

    Csv csv(ServiceFilter filter, ReaderTime time) {
        var csv = new Csv("service", "title", "domain", "team", "kind", "lifecycle", "operating model", "at risk an hour", "currency",
                "availability target", "deployment target", "called out of hours", "cautions", "missing");
        found(documents.at(time.now()), filter, time).forEach(it -> csv.row(ServiceRows.cells(it)));
        return csv;
    }

    private List<Found> found(CatalogueView view, ServiceFilter filter, ReaderTime time) {
        var selected = selection.all(view, time.now());
        var risk = risks.in(view);
        return view.services().stream()
                .filter(service -> filter.takes(service, selected.get(service.name())))
                .map(service -> new Found(service, selected.get(service.name()), risk.apply(service.name())))
                .sorted(order(filter.of("sort")))
                .toList();
    }

    /** What is not known comes last, whatever is sorted by. */
    private static Comparator<Found> order(String sort) {
        var byName = Comparator.comparing((Found it) -> it.service().name().value());
        return switch (sort) {
            case "risk" -> Comparator.comparing((Found it) -> it.risk().perHour() == null ? null : it.risk().perHour().amount(), Comparator.nullsLast(Comparator.reverseOrder())).thenComparing(byName);
            case "target" -> Comparator.comparing((Found it) -> it.selected() == null ? null : it.selected().level(), Comparator.nullsLast(Comparator.reverseOrder())).thenComparing(byName);
            case "team" -> Comparator.comparing((Found it) -> it.service().owner() == null ? null : it.service().owner().value(), Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(byName);
            default -> byName;
        };
    }

    private static int after(List<Found> found, ServiceFilter filter) {
        var last = Cursor.decode(filter.cursor()).orElse("");
        for (var i = 0; i < found.size(); i++) {
            if (found.get(i).service().name().value().equals(last)) return i + 1;
        }
        return 0;
    }

    private static String lede(CatalogueView view, List<Found> found, @Nullable Money sum) {
        var all = view.services().size();
        if (all == 0) return "What the organisation runs, what each stands to lose, and who is called for it.";
        var words = found.size() == all ? Figures.count(all, "service") : found.size() + " of " + Figures.count(all, "service");
        return sum == null ? words + "." : words + ", " + Figures.money(sum) + " an hour at risk together.";
    }

    private static @Nullable Money sum(List<Found> found) {
        return found.stream().map(it -> it.risk().perHour()).filter(Objects::nonNull).reduce(Money::plus).orElse(null);
    }

    private static String total(@Nullable Money sum) {
        return sum == null ? "–" : Figures.money(sum);
    }

    private static List<ServicesPage.Head> heads(ServiceFilter filter) {
        var heads = new ArrayList<ServicesPage.Head>();
        heads.add(head("Service", "name", "", filter));
        heads.add(new ServicesPage.Head("Now", null, false, "broad"));
        heads.add(head("Team", "team", "broad", filter));
        heads.add(new ServicesPage.Head("Run", null, false, "broad"));
        heads.add(head("At risk an hour", "risk", "num", filter));
        heads.add(head("Target", "target", "num broad", filter));
        heads.add(new ServicesPage.Head("Deployed", null, false, "broad"));
        heads.add(new ServicesPage.Head("Called now", null, false, ""));
        return heads;
    }

    private static ServicesPage.Head head(String words, String sort, String style, ServiceFilter filter) {
        var sorted = sort.equals(filter.of("sort")) || sort.equals("name") && filter.of("sort").isEmpty();
        return new ServicesPage.Head(words, filter.with("sort", sort.equals("name") ? "" : sort), sorted, style);
    }

    private static List<ServicesPage.Count> counts(List<Found> found, String total, ServiceFilter filter) {
        var missing = count(found, it -> ServiceFilter.isIncomplete(it.service(), it.selected()));
        var cautions = count(found, it -> ServiceFilter.hasCautions(it.selected()));
        var ybyr = count(found, it -> ServiceFilter.model(it.selected()).equals("ybyr"));
        var ops = count(found, it -> ServiceFilter.model(it.selected()).equals("ops"));
        var largest = found.stream().filter(it -> it.risk().perHour() != null).max(Comparator.comparing(it -> Objects.requireNonNull(it.risk().perHour())));
        return List.of(
                new ServicesPage.Count("At risk together", total, "an hour",
                        largest.map(it -> it.service().name() + " most, " + it.risk().shown()).orElse("no exposure is known"), null, filter.with("sort", "risk")),
                new ServicesPage.Count("You Build It You Run It", "" + ybyr, "of " + found.size(), ops + " Ops Run It, " + (found.size() - ybyr - ops) + " not assessed", null, filter.with("model", "ybyr")),
                new ServicesPage.Count("Incomplete", "" + missing, "of " + found.size(), "without owner, exposure, demand or runbook", tone(missing), filter.with("look", "missing")),
                new ServicesPage.Count("Cautions", "" + cautions, "of " + found.size(), "what to think about beside a selection", tone(cautions), filter.with("look", "caution")));
    }

    private static @Nullable Tone tone(long number) {
        return number == 0 ? null : Tone.CAUTION;
    }

    private static long count(List<Found> found, Predicate<Found> is) {
        return found.stream().filter(is).count();
    }
}
