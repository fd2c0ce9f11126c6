package dev.holdfast.portal.web;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.http.Limit;
import dev.holdfast.paging.Suppressed;
import dev.holdfast.paging.SuppressedCallouts;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What waits until people work, those that are called first at the beginning. */
@Component
public class HeldCallouts {

    private static final int MOST = 20;

    private final SuppressedCallouts suppressed;
    private final Documents documents;

    HeldCallouts(SuppressedCallouts suppressed, Documents documents) {
        this.suppressed = suppressed;
        this.documents = documents;
    }

    public List<HeldCallout> now(ReaderTime time) {
        var held = suppressed.list(new Limit(MOST), null).items();
        if (held.isEmpty()) return List.of();
        var names = new Names(documents.at(time.now()));
        return held.stream().sorted(Comparator.comparing(Suppressed::until).thenComparing(Suppressed::since)).map(it -> shown(it, names, time)).toList();
    }

    private static HeldCallout shown(Suppressed held, Names names, ReaderTime time) {
        var number = Objects.requireNonNullElse(held.number(), "");
        var people = held.people().stream().map(names::of).collect(Collectors.joining(", "));
        var status = people.isEmpty() ? new Status("gap", Shape.DIAMOND, Tone.LOSS) : new Status("waits", Shape.RING, Tone.QUIET);
        return new HeldCallout(
                "/incidents/" + (number.isEmpty() ? held.incident().value() : number),
                Objects.requireNonNullElse(held.summary(), number),
                number + ", " + held.service(),
                time.moment(held.since()),
                status,
                people.isEmpty() ? "nobody yet: the fallback chain" : people,
                time.full(held.until()),
                held.loss() == null ? "not known" : Figures.money(held.loss()));
    }
}
