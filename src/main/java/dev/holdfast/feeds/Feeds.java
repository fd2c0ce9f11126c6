package dev.holdfast.feeds;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.keys.Sha256;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.quantities.TimeOrdered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Addresses of calendars: made, read by whoever knows them, and revoked. */
@Service
public class Feeds {

    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(366);

    private final FeedStore store;
    private final PublishedStore published;
    private final FeedShifts shifts;
    private final FeedPlans plans;
    private final Schedules schedules;
    private final Documents documents;
    private final Ledger ledger;
    private final BaseUrl baseUrl;
    private final Clock clock;

    Feeds(
            FeedStore store, PublishedStore published, FeedShifts shifts, FeedPlans plans, Schedules schedules, Documents documents, Ledger ledger,
            BaseUrl baseUrl, Clock clock) {
        this.store = store;
        this.published = published;
        this.shifts = shifts;
        this.plans = plans;
        this.schedules = schedules;
        this.documents = documents;
        this.ledger = ledger;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** A feed that was just made, with the address that is shown this once. */
    public record Made(Feed feed, String url) {}

    @Transactional
    public Made make(Feed.Kind kind, String name, Viewer viewer) {
        var now = clock.instant();
        demandMayMake(kind, name, viewer, now);
        var secret = FeedSecret.fresh();
        var feed = new Feed(TimeOrdered.id(now).toString(), kind, name, viewer.account(), viewer.person(), now);
        store.add(feed, Sha256.of(secret));
        ledger.record(viewer.by(), "feed-made", "feed/" + feed.id(), null, feed);
        return new Made(feed, baseUrl.of("/feeds/" + secret + ".ics").toString());
    }

    /** One's own shifts, or what everybody may read as shifts, changes and meetings are; a token that is for a team's things, that team's. */
    private void demandMayMake(Feed.Kind kind, String name, Viewer viewer, Instant now) {
        var team = switch (kind) {
            case PERSON -> {
                if (!name.equals(viewer.person())) throw new Forbidden("A person's feed is made by themselves.");
                if (documents.at(now).person(new PersonName(name)).isEmpty()) throw unknown("person", name);
                yield null;
            }
            case TEAM -> documents.at(now).team(new TeamName(name)).orElseThrow(() -> unknown("team", name)).name();
            case CHANGE_MANAGEMENT, INCIDENT_MANAGEMENT ->
                name.equals(Feed.ALL) ? null : documents.at(now).team(new TeamName(name)).orElseThrow(() -> unknown("team", name)).name();
            case SCHEDULE -> schedules.now(name, now).orElseThrow(() -> unknown("schedule", name)).team();
        };
        if (viewer.tokenTeam() != null && (team == null || !viewer.tokenTeam().equals(team.value()))) {
            throw new Forbidden("This token is for what " + viewer.tokenTeam() + " owns.");
        }
    }

    private static Unprocessable unknown(String field, String name) {
        return Unprocessable.of(field, "UNKNOWN_REFERENCE", "There is no " + field + " " + name + ".");
    }

    /** One's own; an administrator reads all. */
    public List<Feed> list(Viewer viewer, @Nullable String after, int most) {
        return viewer.isAdmin() ? store.all(after, most) : store.madeBy(viewer.account(), viewer.person(), after, most);
    }

    public List<Feed> own(Viewer viewer, int most) {
        return store.madeBy(viewer.account(), viewer.person(), null, most);
    }

    /** At once: whoever has the address reads nothing any more. */
    @Transactional
    public void revoke(String id, Viewer viewer) {
        var feed = store.find(id).filter(it -> viewer.isAdmin() || mayRevoke(it, viewer)).orElseThrow(() -> new NotFound("There is no feed " + id + "."));
        store.remove(feed.id());
        ledger.record(viewer.by(), "feed-revoked", "feed/" + feed.id(), feed, null);
    }

    private static boolean mayRevoke(Feed feed, Viewer viewer) {
        return feed.account().equals(viewer.account()) && Objects.equals(feed.madeFor(), viewer.person()) && viewer.tokenTeam() == null;
    }

    /** What a calendar reads; empty where no feed has this secret, or who made it is no longer there. */
    @Transactional
    public Optional<byte[]> read(String secret) {
        if (!FeedSecret.mayBeOne(secret)) return Optional.empty();
        var now = clock.instant();
        return store.bySecret(Sha256.of(secret)).filter(feed -> isLive(feed, now)).map(feed -> told(feed, now));
    }

    private boolean isLive(Feed feed, Instant now) {
        return feed.madeFor() == null || documents.at(now).person(new PersonName(feed.madeFor())).isPresent();
    }

    private byte[] told(Feed feed, Instant now) {
        var from = now.minus(BACK);
        var before = published.of(feed.id());
        var ofShifts = feed.kind().isOfShifts();
        var to = now.plus(AHEAD);
        var next = Publishing.next(before, ofShifts ? shifts.of(feed, from, to, now) : plans.of(feed, from, to, now), from, now);
        var known = new HashSet<>(before);
        published.keep(feed.id(), next.stream().filter(each -> !known.contains(each)).toList());
        var kept = next.stream().map(each -> each.event().uid()).collect(Collectors.toSet());
        published.forget(feed.id(), before.stream().map(each -> each.event().uid()).filter(uid -> !kept.contains(uid)).toList());
        return Ics.of(ofShifts ? shifts.title(feed, now) : plans.title(feed, now), next);
    }
}
