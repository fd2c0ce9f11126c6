package dev.holdfast.http;

import java.util.List;

/** What was sent cannot be read. */
public final class Malformed extends Refusal {

    private final transient List<Fault> faults;

    public Malformed(String detail) {
        this(Fault.at("", "MALFORMED", detail));
    }

    public Malformed(Fault fault) {
        super(400, fault.message());
        this.faults = List.of(fault);
    }

    public List<Fault> faults() {
        return faults;
    }
}
