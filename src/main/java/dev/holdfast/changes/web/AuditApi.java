package dev.holdfast.changes.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceScope;
import dev.holdfast.changes.Audit;
import dev.holdfast.changes.AuditQuestion;
import dev.holdfast.changes.AuditSummary;
import dev.holdfast.changes.Control;
import dev.holdfast.changes.Gap;
import dev.holdfast.changes.Trait;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.DeploymentFilter;
import dev.holdfast.http.AskedTime;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.http.Unprocessable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One row for each production deployment, whether it asked or not (C8). */
@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {

    private final Audit audit;
    private final AuditBundle bundle;
    private final Documents documents;
    private final Clock clock;

    AuditApi(Audit audit, AuditBundle bundle, Documents documents, Clock clock) {
        this.audit = audit;
        this.bundle = bundle;
        this.documents = documents;
        this.clock = clock;
    }

    /** What is asked for, of production unless another environment is said; {@code only} is one of the words that the summary counts by. */
    record Asked(
            @Nullable String service, @Nullable String team, @Nullable String domain, @Nullable String environment, @Nullable String from, @Nullable String to,
            @Nullable String only) {

        /** The same of production, which alone the ledger tells of. */
        Asked inProduction() {
            return new Asked(service, team, domain, Deployment.PRODUCTION, from, to, null);
        }
    }

    /** One control, and how many deployments have evidence of it. */
    record ControlView(String standard, String control, String wants, int evidence, int missing) {}

    record SummaryView(int population, int compliant, Map<Gap, Integer> gaps, List<ControlView> controls, Map<String, Integer> counts) {

        static SummaryView of(AuditSummary summary) {
            var controls = Arrays.stream(Control.values())
                    .map(each -> new ControlView(each.standard(), each.word(), each.wants(), summary.evidence(each), summary.missing(each)))
                    .toList();
            var counts = new LinkedHashMap<String, Integer>();
            for (var trait : Trait.values()) counts.put(trait.word(), summary.of(trait));
            return new SummaryView(summary.population(), summary.of(Trait.IN_ORDER), summary.gaps(), controls, counts);
        }
    }

    @GetMapping
    @Nullable Listing<AuditRow> rows(
            @ParameterObject Asked asked, @RequestParam @Nullable String format, @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit, Viewer viewer,
            HttpServletResponse response) {
        var question = question(asked);
        if ("csv".equals(format)) {
            viewer.demand(Scope.READ);
            CsvPages.write(response, "audit", AuditRow.HEAD, rows -> audit.each(question, viewer, page -> page.stream()
                    .map(AuditRow::of).map(AuditRow::cells).forEach(rows)));
            return null;
        }
        return audit.list(question, cursor, Limit.of(limit), viewer).map(AuditRow::of);
    }

    @GetMapping("/summary")
    SummaryView summary(@ParameterObject Asked asked, Viewer viewer) {
        return SummaryView.of(audit.summary(population(asked), viewer));
    }

    @GetMapping("/sample")
    @Nullable Listing<AuditRow> sample(
            @ParameterObject Asked asked, @RequestParam(defaultValue = "25") int size, @RequestParam(defaultValue = "1") long seed, @RequestParam @Nullable String format,
            Viewer viewer, HttpServletResponse response) {
        var rows = audit.sample(question(asked), size, seed, viewer).stream().map(AuditRow::of).toList();
        if ("csv".equals(format)) {
            CsvPages.write(response, "audit-sample", AuditRow.HEAD, lines -> rows.stream().map(AuditRow::cells).forEach(lines));
            return null;
        }
        return new Listing<>(rows, null);
    }

    /** Of the whole population: a bundle of chosen rows could not show that none is left out. */
    @GetMapping("/bundle")
    void bundle(@ParameterObject Asked asked, Viewer viewer, HttpServletResponse response) throws IOException {
        viewer.demand(Scope.READ);
        var filter = population(asked.inProduction());
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.zip\"");
        bundle.write(response.getOutputStream(), filter, viewer);
    }

    private DeploymentFilter population(Asked asked) {
        var services = ServiceScope.of(asked.service(), asked.team(), asked.domain()).services(documents.at(clock.instant()));
        var environment = asked.environment() == null || asked.environment().isBlank() ? Deployment.PRODUCTION : asked.environment().strip();
        return new DeploymentFilter(
                services, environment, AskedTime.instantOrNull("from", asked.from()), AskedTime.instantOrNull("to", asked.to()));
    }

    private AuditQuestion question(Asked asked) {
        var only = asked.only();
        if (only == null || only.isBlank()) return AuditQuestion.all(population(asked));
        var trait = Trait.named(only).orElseThrow(() -> Unprocessable.of("only", "UNKNOWN_VALUE", "only is one of %s, not %s.".formatted(
                Arrays.stream(Trait.values()).map(Trait::word).collect(Collectors.joining(", ")), only)));
        return new AuditQuestion(population(asked), trait);
    }
}
