package dev.holdfast.catalogue;

import dev.holdfast.http.Fault;
import java.util.List;

/** A file changes what is not the viewer's to change: each thing of it. */
public final class NotOwner extends RuntimeException {

    private final transient List<Fault> faults;

    NotOwner(List<Fault> faults) {
        super("Not yours to change: " + String.join("; ", faults.stream().map(Fault::message).toList()), null, false, false);
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
