package dev.holdfast.paging;

import dev.holdfast.catalogue.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody is asked to answer for, at an instant: the first is the one that the message is about. */
public record Asked(Person person, Instant at, PagingState paging, List<SubjectBrief> briefs) {

    public Asked {
        briefs = List.copyOf(briefs);
    }

    public SubjectBrief first() {
        return briefs.getFirst();
    }

    /** Null where the service has no exposure. */
    public @Nullable String perHour() {
        var rate = first().ratePerHour();
        return rate == null ? null : PageWords.money(rate);
    }

    public String since() {
        var soFar = first().lossSoFar();
        var since = PageWords.clock(first().startedAt(), person.zone()) + ", " + PageWords.lasting(first().startedAt(), at);
        return soFar == null ? since : since + ", " + PageWords.money(soFar);
    }

    public String clock(Instant instant) {
        return PageWords.clock(instant, person.zone());
    }
}
