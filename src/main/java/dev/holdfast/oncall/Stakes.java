package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Peak;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.operatingmodel.ServiceSelection;
import dev.holdfast.quantities.Money;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an hour puts at risk while a schedule has nobody: the exposure of the services that rely on it then, together. */
@Component
class Stakes {

    private final Selection selection;
    private final Policies policies;

    Stakes(Selection selection, Policies policies) {
        this.selection = selection;
        this.policies = policies;
    }

    /** Of the schedules of these holders; one query for what was decided of all services that may rely on them. */
    In in(CatalogueView view, Collection<Holder> holders) {
        var relying = new Relying(view);
        var services = new HashMap<Holder, List<Service>>();
        holders.forEach(holder -> services.computeIfAbsent(holder, relying::on));
        var names = services.values().stream().flatMap(List::stream).map(Service::name).distinct().toList();
        return new In(view, services, selection.from(names, view.at()));
    }

    /** By one load: what is selected of a service is worked out when it is first asked for, and again only when it changes. */
    final class In {

        private final CatalogueView view;
        private final Map<Holder, List<Service>> services;
        private final Map<ServiceName, ServiceSelection> selections;
        private final Map<ServiceName, TreeMap<Instant, Selected>> known = new HashMap<>();
        private final Currency currency;

        private In(CatalogueView view, Map<Holder, List<Service>> services, Map<ServiceName, ServiceSelection> selections) {
            this.view = view;
            this.services = services;
            this.selections = selections;
            this.currency = policies.in(view).currency();
        }

        Outlook.Stake of(Schedule schedule, WorkingCalendar calendar) {
            var its = services.getOrDefault(schedule.holder(), List.of());
            return its.isEmpty() ? Outlook.Stake.NONE : (from, to) -> most(schedule, calendar, its, from, to);
        }

        /** At its beginning, where hours or peaks begin within it, and where it is greatest. */
        private @Nullable Money most(Schedule schedule, WorkingCalendar calendar, List<Service> its, Instant from, Instant to) {
            var edge = schedule.hours() == ScheduleHours.ALWAYS ? Stream.of(calendar.nextEdge(from)) : Stream.<Instant>empty();
            var peaks = its.stream()
                    .flatMap(service -> selection.assessment(view, service.name()).peaks().stream())
                    .map(Peak::during).map(Period::from);
            return Stream.of(Stream.of(from), edge, peaks).flatMap(each -> each)
                    .filter(at -> !at.isBefore(from) && at.isBefore(to))
                    .distinct()
                    .map(at -> together(schedule, calendar, its, at))
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }

        private @Nullable Money together(Schedule schedule, WorkingCalendar calendar, List<Service> its, Instant at) {
            var working = schedule.hours() == ScheduleHours.ALWAYS ? calendar.isWorking(at) : schedule.hours() == ScheduleHours.WORKING;
            return its.stream()
                    .filter(service -> Relying.relies(service, schedule.holder(), level(service, working, at)))
                    .flatMap(service -> selection.assessment(view, service.name()).effectiveAt(at).stream())
                    .map(exposure -> exposure.perHour(currency))
                    .reduce(Money::plus)
                    .orElse(null);
        }

        private OnCallLevel level(Service service, boolean working, Instant at) {
            var selected = selected(service.name(), at).onCall();
            return working ? selected.workingHours() : selected.outOfHours();
        }

        private Selected selected(ServiceName service, Instant at) {
            var through = known.computeIfAbsent(service, unseen -> new TreeMap<>());
            var before = through.floorEntry(at);
            if (before != null && (before.getValue().until() == null || at.isBefore(before.getValue().until()))) return before.getValue();
            var found = Objects.requireNonNull(selections.get(service)).at(at);
            through.put(at, found);
            return found;
        }
    }
}
