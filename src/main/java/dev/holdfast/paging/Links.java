package dev.holdfast.paging;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.keys.Keyring;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links by which somebody acknowledges from a phone without signing in. A link is signed, for one person and one
 * message; it ends when its subject is resolved, when it is revoked, and when the person is no longer there.
 */
@Component
public class Links {

    private static final String PURPOSE = "acknowledge";

    private final LinkStore store;
    private final Callouts paging;
    private final Upcoming upcoming;
    private final ObjectProvider<Subjects> subjects;
    private final Documents documents;
    private final Keyring keyring;
    private final BaseUrl baseUrl;
    private final Clock clock;

    Links(
            LinkStore store,
            Callouts paging,
            Upcoming upcoming,
            ObjectProvider<Subjects> subjects,
            Documents documents,
            Keyring keyring,
            BaseUrl baseUrl,
            Clock clock) {
        this.store = store;
        this.paging = paging;
        this.upcoming = upcoming;
        this.subjects = subjects;
        this.documents = documents;
        this.keyring = keyring;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** Whether a link still counts. */
    public sealed interface Opened {
        record Open(Asked asked) implements Opened {}

        /** It counted once. */
        record Ended(String why) implements Opened {}

        /** It was not made here. */
        record Unknown() implements Opened {}
    }

    URI address(SubjectId subject, PersonName person, boolean withOthers) {
        var bundle = withOthers ? store.bundleOf(subject, person).orElse(null) : null;
        var link = new Link(subject, person, bundle);
        return baseUrl.of("/a/" + link.token(keyring.sign(PURPOSE, link.text())));
    }

    /** Shows, and changes nothing: mail scanners open links. */
    @Transactional(readOnly = true)
    public Opened open(String token) {
        return signed(token).map(link -> open(link, clock.instant())).orElseGet(Opened.Unknown::new);
    }

    /** The person answers for all that the message told of. */
    @Transactional
    public Opened acknowledge(String token) {
        var now = clock.instant();
        var link = signed(token);
        if (link.isEmpty()) {
            return new Opened.Unknown();
        }
        if (!(open(link.get(), now) instanceof Opened.Open(var asked))) {
            return open(link.get(), now);
        }
        asked.briefs().forEach(brief -> subjects.getObject().acknowledge(brief.id(), link.get().person(), now));
        return open(link.get(), now);
    }

    /** The person cannot: for all that the message told of and that waits, the next is called at once. */
    @Transactional
    public Opened passOn(String token) {
        var now = clock.instant();
        var link = signed(token);
        if (link.isEmpty()) {
            return new Opened.Unknown();
        }
        if (open(link.get(), now) instanceof Opened.Open(var asked)) {
            asked.briefs().stream()
                    .filter(SubjectBrief::wantsAnswer)
                    .map(SubjectBrief::id)
                    .filter(subject -> paging.passOn(subject, link.get().person(), now))
                    .forEach(subject -> subjects.getObject().passedOn(subject, link.get().person()));
        }
        return open(link.get(), now);
    }

    /** A person's link to a subject no longer counts. */
    @Transactional
    public void revoke(SubjectId subject, PersonName person, String by) {
        store.revoke(subject, person, by, clock.instant());
    }

    private Opened open(Link link, Instant now) {
        var view = documents.at(now);
        var person = view.person(link.person());
        if (person.isEmpty()) {
            return new Opened.Ended(link.person() + " is no longer here.");
        }
        if (store.isRevoked(link.subject(), link.person())) {
            return new Opened.Ended("This link was revoked.");
        }
        var open = subjectsOf(link).stream()
                .map(subject -> subjects.getObject().brief(subject, now))
                .flatMap(Optional::stream)
                .filter(brief -> !brief.isResolved())
                .toList();
        return open.isEmpty()
                ? new Opened.Ended("It is resolved. There is nothing left to answer.")
                : new Opened.Open(asked(person.get(), view, open));
    }

    private Asked asked(Person person, CatalogueView view, List<SubjectBrief> open) {
        var first = open.getFirst();
        var present = first.wantsAnswer() ? paging.called(first.id()) : subjects.getObject().helping(first.id());
        return new Asked(
                person, view, paging.state(first.id()), first.wantsAnswer() ? upcoming.of(first.id()).orElse(null) : null,
                paging.lastCall(first.id()).orElse(null), subjects.getObject().growth(first.id(), view.at()),
                present.stream().filter(other -> !other.equals(person.name())).toList(), paging.isTurnOf(first.id(), person.name()), open);
    }

    private List<SubjectId> subjectsOf(Link link) {
        return link.bundle() == null ? List.of(link.subject()) : store.inBundle(link.bundle());
    }

    private Optional<Link> signed(String token) {
        return Link.read(token)
                .filter(claim -> isOurs(claim.signature(), keyring.sign(PURPOSE, claim.link().text())))
                .map(Link.Signed::link);
    }

    private static boolean isOurs(String signature, String expected) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.US_ASCII), expected.getBytes(StandardCharsets.US_ASCII));
    }
}
