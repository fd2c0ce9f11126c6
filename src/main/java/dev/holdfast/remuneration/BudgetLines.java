package dev.holdfast.remuneration;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Version;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The on-call budget of services and domains: planned, spent, and committed by the shifts ahead (G2, G5). */
@Service
public class BudgetLines {

    private final Documents documents;
    private final BudgetLinePart part;
    private final Months months;
    private final MonthlySpending monthly;
    private final Records records;
    private final Clock clock;

    BudgetLines(Documents documents, BudgetLinePart part, Months months, MonthlySpending monthly, Records records, Clock clock) {
        this.documents = documents;
        this.part = part;
        this.months = months;
        this.monthly = monthly;
        this.records = records;
        this.clock = clock;
    }

    /** Of a year, those that the viewer holds; with the scope {@code pay} all, also what is spent without a line. */
    public List<BudgetStanding> of(Year year, Viewer viewer) {
        viewer.demand(Scope.READ);
        return all(year).stream().filter(standing -> mayRead(viewer, standing)).toList();
    }

    /** A year that somebody asked for. */
    public static int year(int asked) {
        return StatementFilter.checked("year", YearMonth.of(Math.clamp(asked, 1, Year.MAX_VALUE), 1)).getYear();
    }

    /** The line that is in force for a service, as far as one is declared: no query. */
    public Optional<BudgetLine> of(CatalogueView view, ServiceName service) {
        var day = view.at().atZone(view.calendar().zone()).toLocalDate();
        return view.parts(part).values().stream()
                .filter(line -> line.bearer().equals(new Bearer(Bearer.Kind.SERVICE, service.value())) && line.holds(day))
                .findFirst();
    }

    /** A month after the other: a year of everybody's lines at once is more than memory is for. */
    private List<BudgetStanding> all(Year year) {
        return documents.holdingFrom(months.endOf(year.atMonth(1).minusMonths(2)), () -> {
            var spending = new Spending(declared(year).values());
            monthly.add(year, clock.instant(), spending);
            return spending.standings();
        });
    }

    /** The latest version of each line that reaches into the year. */
    private Map<String, BudgetLine> declared(Year year) {
        var first = year.atDay(1);
        var from = first.atStartOfDay(records.months()).toInstant();
        var declared = new LinkedHashMap<String, BudgetLine>();
        documents.holdingFrom(from, () -> documents.versions(part, documents.names(BudgetLinePart.KIND, from), from)).forEach((name, versions) -> {
            var latest = versions.stream().map(Version::value).reduce((before, after) -> after).orElseThrow();
            if (reaches(latest, first, first.plusYears(1))) declared.put(name, latest);
        });
        return declared;
    }

    private static boolean reaches(BudgetLine line, LocalDate from, LocalDate to) {
        return line.from().isBefore(to) && from.isBefore(line.to());
    }

    private static boolean mayRead(Viewer viewer, BudgetStanding standing) {
        return PayRights.readsAll(viewer)
                || viewer.tokenTeam() == null && viewer.person() != null && viewer.person().equals(standing.holder());
    }
}
