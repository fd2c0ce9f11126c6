package dev.holdfast.operatingmodel;

/** What to think about beside a calculated operating model (rule 4). In alphabetical order. */
public enum Caution {
    ABOVE_TOP_BAND("The exposure is above the last band: the bands are due for reflection."),
    DIGITAL_OPS("A digital service lands on Ops Run It."),
    FOUNDATIONAL_YBYR("A foundational system lands on You Build It You Run It: its owner must be a product team."),
    LOW_LOW_DIGITAL("Little exposure and little demand: perhaps the wrong thing is being built."),
    OPS_AT_999("Central operations rarely hold a target this high.");

    private final String sentence;

    Caution(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
