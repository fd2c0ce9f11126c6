package dev.holdfast.oncall;

import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.Lifecycle;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything that the decision who covers a service rests on. */
record Ground(Subject subject, Support support, Function<Instant, Levels> levels, Rota rota, Chain chain) {

    /** The service, until when what is declared of it stands, and the calendar by which its hours are told. */
    record Subject(
            ServiceName service,
            Lifecycle lifecycle,
            @Nullable TeamName owner,
            @Nullable DomainName domain,
            WorkingCalendar calendar,
            @Nullable Instant until) {}

    /** Who is asked where nobody is on call, by which role, and who of them can be reached. */
    record Chain(
            @Nullable PersonName lead,
            @Nullable PersonName productManager,
            WorkingCalendar duty,
            List<PersonName> administrators,
            Reached reached) {}
}
