package dev.holdfast.portal.web;

/** Where in the portal a page stands: the entries of the side bar, and only those that exist. */
public enum Place {
    HOME("Home", "/", "i-home"),
    SERVICES("Services", "/services", "i-services"),
    ON_CALL("On call", "/on-call", "i-on-call"),
    INCIDENTS("Incidents", "/incidents", "i-incidents"),
    OPERATING_MODELS("Operating models", "/operating-models", "i-operating-models"),
    POLICY("Policy", "/policy", "i-policy"),
    CATALOGUE("Catalogue", "/catalogue", "i-catalogue"),
    MORE("More", "/more", "i-more"),
    ACCOUNT("Account", "/account", "i-account");

    private final String word;
    private final String address;
    private final String icon;

    Place(String word, String address, String icon) {
        this.word = word;
        this.address = address;
        this.icon = icon;
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
}
