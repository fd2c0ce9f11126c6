package dev.holdfast.oncall;

/** The part of the week: within the working hours of a calendar, or outside them. */
public enum Hours {
    WORKING("working"),
    OUT_OF_HOURS("out-of-hours");

    private final String word;

    Hours(String word) {
        this.word = word;
    }

    static Hours when(boolean working) {
        return working ? WORKING : OUT_OF_HOURS;
    }

    /** As programs and people write it. */
    public String word() {
        return word;
    }
}
