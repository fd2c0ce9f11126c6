package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.NotFound;
import dev.holdfast.notification.Contacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who covers a service at an instant. */
@Service
public class Coverage {

    private final Documents documents;
    private final Grounds grounds;
    private final Contacts contacts;

    Coverage(Documents documents, Grounds grounds, Contacts contacts) {
        this.documents = documents;
        this.grounds = grounds;
        this.contacts = contacts;
    }

    public Covering of(ServiceName service, Instant at) {
        return documents.holding(() -> of(documents.at(at), service, at));
    }

    /** By a view as it stands at that instant. */
    public Covering of(CatalogueView view, ServiceName name, Instant at) {
        return at(view, at).of(name);
    }

    /** For several services by one view: who can be reached is asked once for each person. */
    public At at(CatalogueView view, Instant at) {
        return new At(view, at, new Reached(contacts::reachable));
    }

    /** Of several services at one instant, in a constant number of queries; those that there are. */
    public Map<ServiceName, Covering> of(Collection<ServiceName> names, Instant at) {
        return standing(names, at).coverings();
    }

    /** Who covers services, and until when all of it stays as it is if nobody declares, decides or overrides anything. */
    public record Standing(Map<ServiceName, Covering> coverings, @Nullable Instant until) {}

    /** The same, with the instant at which an answer may be another. */
    public Standing standing(Collection<ServiceName> names, Instant at) {
        return documents.holding(() -> {
            var view = documents.at(at);
            var services = names.stream().distinct().map(view::service).flatMap(Optional::stream).toList();
            var coverings = new LinkedHashMap<ServiceName, Covering>();
            var until = view.until();
            for (var each : grounds.of(view, services, at, new Reached(contacts::reachable)).entrySet()) {
                var covering = Cover.of(each.getValue(), at);
                coverings.put(each.getKey(), covering);
                until = Earliest.of(until, covering.until(), covering.gap() ? Fallback.dutyUntil(each.getValue(), at) : null);
            }
            return new Standing(coverings, until);
        });
    }

    /** The overrides of all schedules that go on at that instant or are ahead of it; one query. */
    public List<MadeOverride> made(Instant at) {
        return grounds.made(documents.at(at), at);
    }

    /**
     * Of one service through a time, ascending: each stretch until the answer may be another, from one load. Where there
     * is no such service yet or no more, there is no stretch.
     */
    public List<Stretch> over(ServiceName name, Instant from, Instant to) {
        return documents.holding(() -> from(name, from).until(to));
    }

    /** Of one service at any instant from that one on, from one load, while documents are held. */
    public From from(ServiceName name, Instant from) {
        var through = grounds.through(name, from, new Reached(contacts::reachable));
        var view = documents.at(from);
        view.service(name).ifPresent(service -> through.foresee(view, service));
        return new From(name, from, through);
    }

    /** The incident managers on duty; nobody where that is a gap. */
    public List<PersonName> dutyIncidentManagers(Instant at) {
        return grounds.onDuty(documents.at(at), at);
    }

    /** A service from an instant on. */
    public final class From {

        private final ServiceName name;
        private final Instant from;
        private final Grounds.Through through;

        private From(ServiceName name, Instant from, Grounds.Through through) {
            this.name = name;
            this.from = from;
            this.through = through;
        }

        /** Where there is such a service then. */
        public Optional<Covering> at(Instant at) {
            var view = documents.at(at);
            return view.service(name).map(service -> Cover.of(through.at(view, service), at));
        }

        /** As {@link #over} tells them. */
        public List<Stretch> until(Instant to) {
            var edges = Edges.of(documents, name, from, to, through::concerned);
            through.decided().filter(at -> at.isAfter(from) && at.isBefore(to)).forEach(edges::add);
            var stretches = new ArrayList<Stretch>();
            for (var at = from; at.isBefore(to); ) {
                var stretch = stretch(at, Objects.requireNonNullElse(edges.higher(at), to));
                stretch.ifPresent(stretches::add);
                at = stretch.map(Stretch::to).orElse(Objects.requireNonNullElse(edges.higher(at), to));
            }
            return stretches;
        }

        private Optional<Stretch> stretch(Instant at, Instant atMost) {
            var view = documents.at(at);
            return view.service(name).map(service -> {
                var ground = through.at(view, service);
                var cover = Cover.of(ground, at);
                var duty = cover.status() == CoverStatus.FALLBACK ? Fallback.dutyUntil(ground, at) : null;
                return new Stretch(at, Objects.requireNonNullElse(Earliest.of(cover.until(), duty, atMost), atMost), cover);
            });
        }
    }

    /** What is in force at one instant. */
    public final class At {

        private final CatalogueView view;
        private final Instant at;
        private final Reached reached;

        private At(CatalogueView view, Instant at, Reached reached) {
            this.view = view;
            this.at = at;
            this.reached = reached;
        }

        public Covering of(ServiceName name) {
            var service = view.service(name).orElseThrow(() -> new NotFound("There is no service " + name + "."));
            return Cover.of(grounds.of(view, service, at, reached), at);
        }
    }
}
