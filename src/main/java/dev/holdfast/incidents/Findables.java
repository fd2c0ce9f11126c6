package dev.holdfast.incidents;

import dev.holdfast.search.Findable;
import dev.holdfast.search.SearchIndex;
import dev.holdfast.search.SearchSource;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Incidents as they are found: by number, summary and service; put in, and told to who follows, where they are opened, reassigned, over or open again. */
@Component
class Findables implements SearchSource {

    private static final int PART = 1000;

    private final IncidentStore incidents;
    private final SearchIndex index;
    private final ObjectProvider<IncidentsRecorded> followers;

    Findables(IncidentStore incidents, SearchIndex index, ObjectProvider<IncidentsRecorded> followers) {
        this.incidents = incidents;
        this.index = index;
        this.followers = followers;
    }

    /** In the transaction that changed them. */
    void changed(Collection<IncidentId> ids) {
        var changed = incidents.find(ids);
        index.put(changed.stream().map(Findables::of).toList());
        followers.orderedStream().forEach(each -> each.changed(changed));
    }

    void changed(IncidentId id) {
        changed(List.of(id));
    }

    @Override
    public String name() {
        return "incidents";
    }

    @Override
    public Part after(long position) {
        var next = incidents.after(position, PART);
        var upto = next.isEmpty() ? position : next.getLast().number();
        return new Part(next.stream().map(Findables::of).toList(), upto, next.size() < PART);
    }

    static Findable of(Incident incident) {
        var state = incident.isOpen() ? "open" : "resolved";
        return new Findable(
                Findable.Kind.INCIDENT, incident.reference(), incident.summary(), incident.service() + " · " + state,
                "/incidents/" + incident.reference(), List.of(incident.service().value()), List.of(), incident.startedAt());
    }
}
