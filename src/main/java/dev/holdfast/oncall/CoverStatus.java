package dev.holdfast.oncall;

/** How a service is covered: by somebody on call, by nobody until work begins, or by the fallback chain. */
public enum CoverStatus {
    COVERED("covered"),
    SUPPRESSED("suppressed"),
    FALLBACK("fallback");

    private final String word;

    CoverStatus(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
