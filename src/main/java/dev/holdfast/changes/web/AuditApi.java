package dev.holdfast.changes.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.changes.Audit;
import dev.holdfast.changes.Controls;
import dev.holdfast.changes.Gap;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.DeploymentFilter;
import dev.holdfast.http.AskedTime;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    AuditApi(Audit audit, AuditBundle bundle) {
        this.audit = audit;
        this.bundle = bundle;
    }

    record SummaryView(int population, int compliant, Map<Gap, Integer> gaps, List<Controls.Control> controls) {}

    @GetMapping
    @Nullable Listing<AuditRow> rows(
            @RequestParam @Nullable String service, @RequestParam @Nullable String from, @RequestParam @Nullable String to,
            @RequestParam @Nullable String format, @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit, Viewer viewer,
            HttpServletResponse response) {
        var filter = filter(service, from, to);
        if ("csv".equals(format)) {
            CsvPages.write(response, "audit", AuditRow.HEAD, rows -> audit.each(filter, viewer, page -> page.stream()
                    .map(AuditRow::of).map(AuditRow::cells).forEach(rows)));
            return null;
        }
        return audit.list(filter, cursor, Limit.of(limit), viewer).map(AuditRow::of);
    }

    @GetMapping("/summary")
    SummaryView summary(
            @RequestParam @Nullable String service, @RequestParam @Nullable String from, @RequestParam @Nullable String to, Viewer viewer) {
        var controls = audit.summary(filter(service, from, to), viewer);
        return new SummaryView(controls.population(), controls.compliant(), controls.gaps(), controls.controls());
    }

    @GetMapping("/sample")
    Listing<AuditRow> sample(
            @RequestParam(defaultValue = "25") int size, @RequestParam(defaultValue = "1") long seed, @RequestParam @Nullable String service,
            @RequestParam @Nullable String from, @RequestParam @Nullable String to, Viewer viewer) {
        return new Listing<>(audit.sample(filter(service, from, to), size, seed, viewer).stream().map(AuditRow::of).toList(), null);
    }

    @GetMapping("/bundle")
    void bundle(
            @RequestParam @Nullable String service, @RequestParam @Nullable String from, @RequestParam @Nullable String to, Viewer viewer,
            HttpServletResponse response) throws IOException {
        viewer.demand(Scope.READ);
        var filter = filter(service, from, to);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.zip\"");
        bundle.write(response.getOutputStream(), filter, viewer);
    }

    private static DeploymentFilter filter(@Nullable String service, @Nullable String from, @Nullable String to) {
        return new DeploymentFilter(
                service == null ? null : Set.of(service), Deployment.PRODUCTION, AskedTime.instantOrNull("from", from), AskedTime.instantOrNull("to", to));
    }
}
