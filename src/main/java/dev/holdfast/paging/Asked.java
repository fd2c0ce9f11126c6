package dev.holdfast.paging;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Link;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.quantities.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is asked to answer for, at an instant: the first is the one that the message is about.
 *
 * @param next who is called next if nobody answers
 * @param lastCall when somebody was called last
 * @param growth how the loss of the first grew until now
 * @param present who else is there: those who help, or who were called as well
 * @param mayPassOn whether it is this person's turn, so that the next can be called in their place
 */
public record Asked(
        Person person,
        CatalogueView view,
        PagingState paging,
        @Nullable NextCall next,
        @Nullable Instant lastCall,
        List<LossPoint> growth,
        List<PersonName> present,
        boolean mayPassOn,
        List<SubjectBrief> briefs) {

    public Asked {
        growth = List.copyOf(growth);
        present = List.copyOf(present);
        briefs = List.copyOf(briefs);
    }

    public SubjectBrief first() {
        return briefs.getFirst();
    }

    public Instant at() {
        return view.at();
    }

    /** Null where the service has no exposure. */
    public @Nullable String perHour() {
        var rate = first().ratePerHour();
        return rate == null ? null : PageWords.money(rate);
    }

    public String money(Money money) {
        return PageWords.money(money);
    }

    public String since() {
        var soFar = first().lossSoFar();
        var since = time(first().startedAt()) + ", " + PageWords.lasting(first().startedAt(), at());
        return soFar == null ? since : since + ", " + PageWords.money(soFar);
    }

    /** The time alone where it is today's for this person, with its day otherwise. */
    public String time(Instant instant) {
        return PageWords.time(instant, at(), person.zone());
    }

    public String minute(Instant instant) {
        return PageWords.minute(instant, at(), person.zone());
    }

    public String name(PersonName someone) {
        return view.person(someone).map(Person::shown).orElse(someone.value());
    }

    /** The schedule by which this person is called, as people call it; null where they stand in for nobody. */
    public @Nullable String schedule() {
        var name = paging.schedule();
        return name == null ? null : view.document("Schedule", name).map(Document::title).orElse(name);
    }

    /** Where to look first, as the service declares it. */
    public Map<String, Link> places() {
        return view.service(first().service()).map(Service::links).orElse(Map.of());
    }
}
