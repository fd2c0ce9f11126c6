package dev.holdfast.changes.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.Change;
import dev.holdfast.changes.Changes;
import dev.holdfast.changes.Wanted;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.http.Unprocessable;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes: raised, approved, rejected, withdrawn (C2, C3, C7). */
@RestController
@RequestMapping("/api/v1/changes")
class ChangesApi {

    private final Changes changes;
    private final ChangeViews views;

    ChangesApi(Changes changes, ChangeViews views) {
        this.changes = changes;
        this.views = views;
    }

    record RaiseBody(
            @Nullable String service, @Nullable String version, @Nullable String environment, @Nullable String kind, @Nullable String summary,
            @Nullable String description, @Nullable String incident, @Nullable String artifactDigest) {}

    record DecisionBody(@Nullable String reason, @Nullable String person) {}

    @PostMapping
    ResponseEntity<ChangeView> raise(@RequestBody RaiseBody body, Viewer viewer) {
        var environment = body.environment() == null ? Deployment.PRODUCTION : body.environment();
        var kind = body.kind() == null ? null : kind(body.kind());
        var raised = changes.raise(
                new Wanted(
                        new ServiceName(Texts.required("service", body.service())), Texts.required("version", body.version()), environment, kind,
                        body.summary(), body.description(), body.incident(), body.artifactDigest()),
                viewer);
        var view = views.of(raised.change());
        return raised.made() ? ResponseEntity.created(URI.create("/api/v1/changes/" + view.id())).body(view) : ResponseEntity.ok(view);
    }

    @GetMapping
    Listing<ChangeView> list(
            @RequestParam @Nullable String state, @RequestParam @Nullable String service, @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit, Viewer viewer) {
        var states = state == null || state.isBlank() ? Set.<Change.State>of() : Arrays.stream(state.split(",")).map(ChangesApi::state).collect(Collectors.toSet());
        var found = changes.list(service == null ? null : Set.of(service), states, cursor, Limit.of(limit), viewer);
        return new Listing<>(views.of(found.items()), found.next());
    }

    @GetMapping("/{reference}")
    ChangeView one(@PathVariable String reference, Viewer viewer) {
        return views.of(changes.find(reference, viewer));
    }

    @PostMapping("/{reference}/approve")
    ChangeView approve(@PathVariable String reference, @RequestBody(required = false) @Nullable DecisionBody body, Viewer viewer) {
        return views.of(changes.approve(reference, body == null ? null : body.reason(), body == null ? null : body.person(), viewer));
    }

    @PostMapping("/{reference}/reject")
    ChangeView reject(@PathVariable String reference, @RequestBody(required = false) @Nullable DecisionBody body, Viewer viewer) {
        return views.of(changes.reject(reference, body == null ? null : body.reason(), body == null ? null : body.person(), viewer));
    }

    @PostMapping("/{reference}/withdraw")
    ChangeView withdraw(@PathVariable String reference, @RequestBody(required = false) @Nullable DecisionBody body, Viewer viewer) {
        return views.of(changes.withdraw(reference, body == null ? null : body.reason(), viewer));
    }

    private static Change.Kind kind(String word) {
        return Arrays.stream(Change.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Unprocessable.of("kind", "UNKNOWN_VALUE", "A change is standard, normal or emergency, not " + word + "."));
    }

    private static Change.State state(String word) {
        return Arrays.stream(Change.State.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Unprocessable.of("state", "UNKNOWN_VALUE", word + " is no state of a change."));
    }
}
