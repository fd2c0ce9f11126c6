package dev.holdfast.remuneration;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.Responses;
import dev.holdfast.incidents.Responses.Response;
import dev.holdfast.oncall.MadeOverride;
import dev.holdfast.oncall.Watches;
import dev.holdfast.operatingmodel.Decision;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.operatingmodel.ServiceSelection;
import dev.holdfast.quantities.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what pay is reckoned from, in a number of queries that does not grow with the organisation. */
@Component
class Records {

    private static final List<String> KINDS = List.of("Organisation", "HolidayCalendar", "Team", "Domain", BudgetLinePart.KIND);

    private final Documents documents;
    private final Policies policies;
    private final Selection selection;
    private final Watches watches;
    private final Responses responses;
    private final BudgetLinePart lines;
    private final Clock clock;

    Records(
            Documents documents, Policies policies, Selection selection, Watches watches, Responses responses, BudgetLinePart lines, Clock clock) {
        this.documents = documents;
        this.policies = policies;
        this.selection = selection;
        this.watches = watches;
        this.responses = responses;
        this.lines = lines;
        this.clock = clock;
    }

    /** The clock by which months are told: the organisation's. */
    ZoneId months() {
        return documents.at(clock.instant()).calendar().zone();
    }

    Currency currency() {
        return policies.at(clock.instant()).currency();
    }

    /** Of those who are asked for. */
    Course reckon(Instant from, Instant to, Instant now, Predicate<PersonName> asked) {
        var start = from.minus(Reckoning.AROUND);
        var end = to.plus(Reckoning.AROUND);
        return documents.holdingFrom(start, () -> Reckoning.of(new Reckoning.Facts(
                declared(start, end), services(start, end), Reckoning.concerned(watches.over(start, end), asked),
                responses.between(from, to).stream().filter(response -> asked.test(response.person())).toList(), months(),
                Math.max(0, currency().getDefaultFractionDigits()), from, to, now, asked)));
    }

    /**
     * All that pay of a time follows from but the time that it is, so that the same is reckoned as long as it is equal.
     *
     * @param declared a digest of what was in force
     */
    record Basis(
            Period time, ZoneId months, Currency currency, String declared, List<MadeOverride> made, List<Decision> decided,
            List<Response> responses) {}

    Basis basis(Instant from, Instant to) {
        return bases(List.of(new Period(from, to))).getFirst();
    }

    /** Of several times that ascend: three queries, however many there are. */
    List<Basis> bases(List<Period> times) {
        var from = times.getFirst().from();
        var to = end(times.getLast());
        var start = from.minus(Reckoning.AROUND);
        return documents.holdingFrom(start, () -> {
            var names = documents.names("Service", start).stream().map(ServiceName::new).toList();
            var selected = List.copyOf(selection.from(names, start).values());
            var made = watches.made(start, to.plus(Reckoning.AROUND));
            var worked = responses.between(from, to);
            return times.stream().map(time -> basis(time, selected, made, worked)).toList();
        });
    }

    private Basis basis(Period time, List<ServiceSelection> selected, List<MadeOverride> made, List<Response> worked) {
        var around = new Period(time.from().minus(Reckoning.AROUND), end(time).plus(Reckoning.AROUND));
        return new Basis(
                time, months(), currency(), documents.standing(around.from(), end(around)),
                made.stream().filter(override -> override.countsWithin(around)).toList(),
                selected.stream().flatMap(its -> its.decidedWithin(around).stream()).toList(),
                worked.stream().filter(response -> reaches(response, time.from(), end(time))).toList());
    }

    private static boolean reaches(Response response, Instant from, Instant to) {
        return response.from().isBefore(to) && (response.to() == null || response.to().isAfter(from));
    }

    private static Instant end(Period time) {
        return time.from().plus(time.length());
    }

    private NavigableMap<Instant, Declared> declared(Instant start, Instant end) {
        var edges = new TreeSet<Instant>(List.of(start));
        for (var kind : KINDS) {
            edges.addAll(documents.edges(kind, documents.names(kind, start), start, end));
        }
        var zone = months();
        var all = documents.versions(lines, documents.names(BudgetLinePart.KIND, start), start);
        all.values().stream()
                .flatMap(List::stream)
                .flatMap(version -> Stream.of(version.value().from(), version.value().to()))
                .map(day -> day.atStartOfDay(zone).toInstant())
                .filter(edge -> edge.isAfter(start) && edge.isBefore(end))
                .forEach(edges::add);
        var declared = new TreeMap<Instant, Declared>();
        edges.forEach(edge -> declared.put(edge, declared(documents.at(edge), edge, zone)));
        return declared;
    }

    private Declared declared(CatalogueView view, Instant at, ZoneId zone) {
        var day = at.atZone(zone).toLocalDate();
        var inForce = new HashMap<Bearer, BudgetLine>();
        view.parts(lines).values().stream().filter(line -> line.holds(day)).forEach(line -> inForce.putIfAbsent(line.bearer(), line));
        return new Declared(view, policies.in(view).remuneration(), inForce);
    }

    private List<Answering> services(Instant start, Instant end) {
        var names = documents.names("Service", start).stream().map(ServiceName::new).toList();
        var answering = new ArrayList<Answering>();
        selection.from(names, start).forEach((name, selected) -> answering(name, selected, start, end, answering));
        return answering;
    }

    private void answering(ServiceName name, ServiceSelection selected, Instant start, Instant end, List<Answering> found) {
        var edges = documents.edges("Service", List.of(name.value()), start, end);
        selected.decisions().forEach(decision -> edges.add(decision.at()));
        for (var at = start; at.isBefore(end); ) {
            var service = documents.at(at).service(name).orElse(null);
            var next = earliest(edges.higher(at), end);
            if (service != null) {
                var level = selected.at(at);
                next = earliest(level.until(), next);
                found.add(new Answering(at, next, service, level(service, level.onCall().outOfHours())));
            }
            at = next;
        }
    }

    private static OnCallLevel level(Service service, OnCallLevel level) {
        return service.isLive() ? level : OnCallLevel.NONE;
    }

    private static Instant earliest(@Nullable Instant one, Instant two) {
        return Objects.requireNonNullElse(one, two).isBefore(two) ? Objects.requireNonNull(one) : two;
    }
}
