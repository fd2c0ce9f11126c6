package dev.holdfast.reflection.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.reflection.Reflections;
import java.time.Clock;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the reflection would find now, the answers to its proposals, and those that were held (S8). */
@RestController
@RequestMapping("/api/v1/reflection")
class ReflectionApi {

    private final Reflections reflections;
    private final Policies policies;
    private final Clock clock;

    ReflectionApi(Reflections reflections, Policies policies, Clock clock) {
        this.reflections = reflections;
        this.policies = policies;
        this.clock = clock;
    }

    /** What a person says beside an act. */
    record Note(@Nullable String note) {

        String text() {
            return note == null ? "" : note;
        }
    }

    @GetMapping
    ReflectionView now(Viewer viewer) {
        viewer.demand(Scope.READ);
        return ReflectionView.of(reflections.now(), currency());
    }

    @PostMapping("/proposals/{key}/accept")
    ReflectionView accept(Viewer viewer, @PathVariable String key, @RequestBody Note body) {
        viewer.demand(Scope.CATALOGUE);
        reflections.accept(viewer, key, body.text());
        return now(viewer);
    }

    @PostMapping("/proposals/{key}/leave")
    ReflectionView leave(Viewer viewer, @PathVariable String key, @RequestBody Note body) {
        viewer.demand(Scope.CATALOGUE);
        reflections.leave(viewer, key, body.text());
        return now(viewer);
    }

    @PostMapping("/hold")
    @ResponseStatus(HttpStatus.CREATED)
    ReviewView hold(Viewer viewer, @RequestBody Note body) {
        viewer.demand(Scope.CATALOGUE);
        return ReviewView.of(reflections.hold(viewer, body.text()), currency());
    }

    @GetMapping("/held")
    Listing<ReviewView> held(Viewer viewer, @RequestParam(required = false) @Nullable Integer limit) {
        viewer.demand(Scope.READ);
        return new Listing<>(reflections.held(Limit.of(limit).most()).stream().map(it -> ReviewView.of(it, currency())).toList(), null);
    }

    private Currency currency() {
        return policies.at(clock.instant()).currency();
    }
}
