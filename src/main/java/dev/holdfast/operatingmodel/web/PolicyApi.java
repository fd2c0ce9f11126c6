package dev.holdfast.operatingmodel.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.PolicyChanges;
import dev.holdfast.operatingmodel.PolicyPreviews;
import dev.holdfast.operatingmodel.PolicyVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The policy: as it is and was, changed by the Organisation's door, and tried before. */
@RestController
@RequestMapping("/api/v1/policy")
class PolicyApi {

    private final Policies policies;
    private final PolicyChanges changes;
    private final PolicyPreviews previews;
    private final Clock clock;

    PolicyApi(Policies policies, PolicyChanges changes, PolicyPreviews previews, Clock clock) {
        this.policies = policies;
        this.changes = changes;
        this.previews = previews;
        this.clock = clock;
    }

    @GetMapping
    PolicyVersion policy(Viewer viewer, @RequestParam(required = false) @Nullable Instant at) {
        viewer.demand(Scope.READ);
        return policies.versionAt(at == null ? clock.instant() : at);
    }

    @GetMapping("/versions")
    Listing<PolicyVersion> versions(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        viewer.demand(Scope.READ);
        var most = Limit.of(limit);
        var after = Cursor.decode(cursor).orElse("");
        var read = policies.versions(clock.instant()).stream()
                .dropWhile(version -> !after.isEmpty() && !position(version).equals(after))
                .skip(after.isEmpty() ? 0 : 1)
                .limit(most.andOne())
                .toList();
        return Listing.cut(read, most, PolicyApi::position);
    }

    @PutMapping
    @Operation(requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = PolicyBody.class))))
    PolicyVersion change(Viewer viewer, @RequestBody ObjectNode body) {
        viewer.demand(Scope.CATALOGUE);
        return changes.change(viewer, PolicyRequest.spec(body));
    }

    @PostMapping("/preview")
    @Operation(requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = PolicyBody.class))))
    PreviewView preview(Viewer viewer, @RequestBody ObjectNode body) {
        viewer.demand(Scope.READ);
        return PreviewView.of(previews.of(PolicyRequest.spec(body)));
    }

    private static String position(PolicyVersion version) {
        return String.valueOf(version.version());
    }
}
