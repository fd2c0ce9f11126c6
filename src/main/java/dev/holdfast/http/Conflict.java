package dev.holdfast.http;

import java.util.List;

/** What cannot be done as things stand, with a code that programs may rely on. */
public final class Conflict extends Refusal {

    private final String code;
    private final transient List<Fault> faults;

    public Conflict(String code, String detail) {
        this(code, detail, List.of());
    }

    /** With each thing that stands against it. */
    public Conflict(String code, String detail, List<Fault> faults) {
        super(409, detail);
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    public String code() {
        return code;
    }
}
