package dev.holdfast.http;

import java.util.List;

/** This viewer may not do this. */
public final class Forbidden extends Refusal {

    private final transient List<Fault> faults;

    public Forbidden(String detail) {
        this(detail, List.of());
    }

    public Forbidden(String detail, List<Fault> faults) {
        super(403, detail);
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
