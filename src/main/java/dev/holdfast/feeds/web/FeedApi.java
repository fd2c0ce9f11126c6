package dev.holdfast.feeds.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.feeds.Feed;
import dev.holdfast.feeds.Feeds;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.http.Unprocessable;
import java.net.URI;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Calendar addresses of a person, a team or a schedule, and of what is planned. */
@RestController
@RequestMapping("/api/v1/feeds")
class FeedApi {

    private final Feeds feeds;

    FeedApi(Feeds feeds) {
        this.feeds = feeds;
    }

    /** The address is answered this once. */
    @PostMapping
    ResponseEntity<MadeAnswer> make(@RequestBody FeedBody body, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        var made = feeds.make(body.kind(), body.name(), viewer);
        return ResponseEntity.created(URI.create("/api/v1/feeds/" + made.feed().id())).body(new MadeAnswer(made.feed().id(), made.url()));
    }

    @GetMapping
    Listing<FeedAnswer> list(@RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor, Viewer viewer) {
        viewer.demand(Scope.READ);
        var most = Limit.of(limit);
        return Listing.cut(feeds.list(viewer, Cursor.decode(cursor).orElse(null), most.andOne()), most, Feed::id).map(FeedAnswer::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        feeds.revoke(id, viewer);
    }

    /** @param audience whose work is planned: {@code change-management} or {@code incident-management}, of a team or of all */
    record FeedBody(
            @Nullable String person, @Nullable String team, @Nullable String schedule, @JsonProperty("for") @Nullable String audience) {

        Feed.Kind kind() {
            if (has(audience)) return planned();
            if (Stream.of(has(person), has(team), has(schedule)).filter(it -> it).count() != 1) {
                throw Unprocessable.of("person", "REQUIRED", "A feed is of one person, one team or one schedule.");
            }
            if (has(person)) return Feed.Kind.PERSON;
            return has(team) ? Feed.Kind.TEAM : Feed.Kind.SCHEDULE;
        }

        private Feed.Kind planned() {
            if (has(person) || has(schedule)) throw Unprocessable.of("for", "OUT_OF_RANGE", "What is planned is of a team, or of all.");
            return Stream.of(Feed.Kind.CHANGE_MANAGEMENT, Feed.Kind.INCIDENT_MANAGEMENT)
                    .filter(kind -> kind.word().equals(audience))
                    .findFirst()
                    .orElseThrow(() -> Unprocessable.of("for", "UNKNOWN_VALUE", "A feed is for change-management or incident-management."));
        }

        String name() {
            if (has(audience) && !has(team)) return Feed.ALL;
            if (person != null && has(person)) return person;
            if (team != null && has(team)) return team;
            return String.valueOf(schedule);
        }

        private static boolean has(@Nullable String name) {
            return name != null && !name.isBlank();
        }
    }

    record MadeAnswer(String id, String url) {}

    record FeedAnswer(String id, String kind, String name, Instant madeAt) {

        static FeedAnswer of(Feed feed) {
            return new FeedAnswer(feed.id(), feed.kind().word(), feed.name(), feed.madeAt());
        }
    }
}
