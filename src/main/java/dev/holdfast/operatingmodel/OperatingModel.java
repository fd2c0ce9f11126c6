package dev.holdfast.operatingmodel;

/** Who builds and who runs a service. */
public enum OperatingModel {
    YBYR("ybyr", "You Build It You Run It"),
    OPS("ops", "Ops Run It");

    private final String word;
    private final String title;

    OperatingModel(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** As programs write it. */
    public String word() {
        return word;
    }

    /** As people write it. */
    public String title() {
        return title;
    }
}
