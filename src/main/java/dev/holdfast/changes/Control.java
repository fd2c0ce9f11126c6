package dev.holdfast.changes;

/** What a standard asks of changes, as far as deployments show whether it was done. */
public enum Control {
    PCI_6_5_1("PCI-DSS 4.0.1", "6.5.1", "documented approval, and tests that passed", Trait.UNDOCUMENTED),
    PCI_6_5_4("PCI-DSS 4.0.1", "6.5.4", "nobody approves what they wrote or deploy", Trait.SAME_PERSON),
    SOX_AUTHORISED("SOX ITGC", "authorised", "approved before it went, or owed and in time", Trait.UNAUTHORISED),
    SOX_TESTED("SOX ITGC", "tested", "its last activity before production passed", Trait.UNTESTED),
    SOX_SEGREGATED("SOX ITGC", "segregated", "who wrote or deploys it is not who approves it", Trait.SAME_PERSON),
    SOX_RECORDED("SOX ITGC", "recorded", "the ledger records it", Trait.UNRECORDED);

    private final String standard;
    private final String word;
    private final String wants;
    private final Trait exception;

    Control(String standard, String word, String wants, Trait exception) {
        this.standard = standard;
        this.word = word;
        this.wants = wants;
        this.exception = exception;
    }

    public String standard() {
        return standard;
    }

    public String word() {
        return word;
    }

    public String wants() {
        return wants;
    }

    /** What is true of a deployment that has no evidence of it. */
    public Trait exception() {
        return exception;
    }
}
