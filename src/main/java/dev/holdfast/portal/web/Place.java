package dev.holdfast.portal.web;

/** Where in the portal a page stands: the entries of the side bar, and only those that exist. */
public enum Place {
    HOME("Home", "/", "i-home"),
    SERVICES("Services", "/services", "i-services"),
    ON_CALL("On call", "/on-call", "i-on-call"),
    INCIDENTS("Incidents", "/incidents", "i-incidents"),
    CHANGES("Changes", "/changes", "i-changes", "What waits for a decision, and what was deployed"),
    OPERATING_MODELS("Operating models", "/operating-models", "i-operating-models", "Who runs each service, and why"),
    MEASURES("Measures", "/measures/throughput", "i-measures", "How fast and how safely changes reach users"),
    POLICY("Policy", "/policy", "i-policy", "Bands, on-call levels, the price list, peaks"),
    PAY("Pay", "/pay", "i-pay", "What being on call pays, and whose budget it falls on"),
    CATALOGUE("Catalogue", "/catalogue", "i-catalogue", "Everything that is declared, to edit, import and export"),
    MORE("More", "/more", "i-more"),
    ACCOUNT("Account", "/account", "i-account");

    private final String word;
    private final String address;
    private final String icon;
    private final String about;

    Place(String word, String address, String icon) {
        this(word, address, icon, "");
    }

    Place(String word, String address, String icon, String about) {
        this.word = word;
        this.address = address;
        this.icon = icon;
        this.about = about;
    }

    public String word() {
        return word;
    }

    public String address() {
        return address;
    }

    public String icon() {
        return icon;
    }

    /** What is there, in a few words. */
    public String about() {
        return about;
    }
}
