package dev.holdfast.operatingmodel.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.NotApplicable;
import dev.holdfast.operatingmodel.Governance;
import dev.holdfast.operatingmodel.Raci;
import dev.holdfast.quantities.Because;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is responsible, accountable and informed for a service (G1). */
@RestController
@RequestMapping("/api/v1/services/{name}/raci")
class RaciApi {

    private static final NotApplicable UNASSESSED = new NotApplicable("unassessed");

    private final Governance governance;
    private final Clock clock;

    RaciApi(Governance governance, Clock clock) {
        this.governance = governance;
        this.clock = clock;
    }

    record AccountableView(String role, @Nullable String person) {}

    record RowView(String role, String title, @Nullable String who, Map<String, String> letters) {

        static RowView of(Raci.Row row) {
            var letters = new LinkedHashMap<String, String>();
            Raci.ACTIVITIES.forEach(activity -> letters.put(activity, row.letter().name()));
            return new RowView(row.role().word(), row.role().title(), row.who(), letters);
        }
    }

    record RaciView(ServiceName service, Object operatingModel, Object accountable, Object rows, List<Because> explain) {}

    @GetMapping
    RaciView raci(Viewer viewer, @PathVariable ServiceName name, @RequestParam(required = false) @Nullable Instant at) {
        viewer.demand(Scope.READ);
        return governance
                .raci(name, at == null ? clock.instant() : at)
                .map(raci -> new RaciView(
                        name, raci.model().word(), new AccountableView(raci.accountable().word(), raci.person()),
                        raci.rows().stream().map(RowView::of).toList(), raci.explain()))
                .orElseGet(() -> new RaciView(name, UNASSESSED, UNASSESSED, UNASSESSED, List.of()));
    }
}
