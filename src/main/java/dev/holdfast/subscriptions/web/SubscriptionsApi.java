package dev.holdfast.subscriptions.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.http.Listing;
import dev.holdfast.subscriptions.Subscription;
import dev.holdfast.subscriptions.Subscriptions;
import dev.holdfast.subscriptions.Told;
import dev.holdfast.subscriptions.Way;
import dev.holdfast.subscriptions.Wish;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is told of changes. */
@RestController
@RequestMapping("/api/v1/subscriptions")
class SubscriptionsApi {

    private final Subscriptions subscriptions;

    SubscriptionsApi(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    record Body(
            @Nullable String scope, @Nullable String on, @Nullable String by, @Nullable String to, @Nullable String secret, @Nullable String digest) {}

    /** @param secret only in the answer to whoever made it */
    record View(
            String id, String scope, Told on, Way by, String to, @Nullable String secret, @Nullable LocalTime digest, boolean confirmed, String madeBy,
            Instant madeAt, @Nullable Instant lastAt, @Nullable String lastFailure) {

        static View of(Subscription subscription, @Nullable String secret, @Nullable Instant lastAt, @Nullable String lastFailure) {
            return new View(
                    subscription.id().toString(), subscription.scope(), subscription.told(), subscription.way(), subscription.shownAddress(), secret,
                    subscription.digestAt(), subscription.isConfirmed(), subscription.madeBy(), subscription.madeAt(), lastAt, lastFailure);
        }
    }

    @PostMapping
    ResponseEntity<View> make(@RequestBody Body body, Viewer viewer) {
        var scope = body.scope() == null || body.scope().isBlank() ? "organisation" : body.scope().strip();
        var wish = Wish.read(scope, body.on(), body.by(), body.to() == null ? "" : body.to(), body.secret(), body.digest());
        var made = subscriptions.make(wish, viewer);
        return ResponseEntity.created(URI.create("/api/v1/subscriptions/" + made.id())).body(View.of(made, made.secret(), null, null));
    }

    @GetMapping
    Listing<View> all(Viewer viewer) {
        return new Listing<>(
                subscriptions.all(viewer).stream().map(each -> View.of(each.subscription(), null, each.lastAt(), each.lastFailure())).toList(), null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, Viewer viewer) {
        subscriptions.end(id, viewer);
    }
}
