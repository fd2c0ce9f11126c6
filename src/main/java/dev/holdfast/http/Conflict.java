package dev.holdfast.http;

/** What cannot be done as things stand, with a code that programs may rely on. */
public final class Conflict extends Refusal {

    private final String code;

    public Conflict(String code, String detail) {
        super(409, detail);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
