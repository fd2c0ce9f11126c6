package dev.holdfast.http;

import java.util.List;

/** Understood, but against a rule: every fault with its place. */
public final class Unprocessable extends Refusal {

    private final transient List<Fault> faults;

    public Unprocessable(List<Fault> faults) {
        super(422, faults.size() == 1 ? faults.getFirst().message() : faults.size() + " things are wrong.");
        this.faults = List.copyOf(faults);
    }

    public static Unprocessable of(String path, String code, String message) {
        return new Unprocessable(List.of(Fault.at(path, code, message)));
    }

    public List<Fault> faults() {
        return faults;
    }
}
