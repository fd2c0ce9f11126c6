package dev.holdfast.changes;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Service;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is planned to change, for calendars: of some services, or of all where they are null. */
@Component
public class Plans {

    private static final int MOST = 500;

    private final PlanStore store;
    private final Agendas agendas;
    private final FreezeWindowPart freezes;

    Plans(PlanStore store, Agendas agendas, FreezeWindowPart freezes) {
        this.store = store;
        this.agendas = agendas;
        this.freezes = freezes;
    }

    /** Normal changes and emergencies that may go out until some time after now, and of those the ones that did; in one query. */
    public List<Change> approved(@Nullable Collection<Service> services, Instant now) {
        return store.approved(services == null ? null : names(services), now, MOST);
    }

    /** Agendas from an instant on that have a change of these services, the soonest first; in two queries. */
    public List<Agenda> agendas(@Nullable Collection<Service> services, Instant from) {
        var found = agendas.since(from);
        if (services == null) return found;
        var names = names(services);
        return found.stream().filter(agenda -> agenda.changes().stream().anyMatch(change -> names.contains(change.service().value()))).toList();
    }

    /** Freeze windows of production that touch a time, by their start; from memory. */
    public List<FreezeWindow> freezes(@Nullable Collection<Service> services, CatalogueView view, Instant from, Instant to) {
        return view.parts(freezes).values().stream()
                .filter(window -> window.until().isAfter(from) && window.during().from().isBefore(to))
                .filter(window -> services == null ? window.isOfProduction() : services.stream().anyMatch(window::isOfProductionOf))
                .sorted(Comparator.comparing((FreezeWindow window) -> window.during().from()).thenComparing(FreezeWindow::name))
                .toList();
    }

    private static Set<String> names(Collection<Service> services) {
        return services.stream().map(service -> service.name().value()).collect(Collectors.toSet());
    }
}
