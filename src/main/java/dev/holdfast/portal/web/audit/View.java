package dev.holdfast.portal.web.audit;

/** The views of the audit. */
enum View {
    ROWS("/audit"),
    CONTROLS("/audit/controls"),
    SAMPLE("/audit/sample"),
    VERSIONS("/audit/versions");

    private final String path;

    View(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
