package dev.holdfast.portal.web;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;

/** How those who act are called on a page: people by their name, programs by what they are. */
public final class Names {

    private static final String TOKEN = "token:";
    private static final String INTEGRATION = "integration:";

    private final CatalogueView view;

    public Names(CatalogueView view) {
        this.view = view;
    }

    public String of(String by) {
        if (by.startsWith(TOKEN)) return "the token " + by.substring(TOKEN.length());
        if (by.startsWith(INTEGRATION)) return by.substring(INTEGRATION.length());
        if (by.equals("holdfast")) return "Holdfast";
        return isName(by) ? view.person(new PersonName(by)).map(Person::shown).orElse(by) : by;
    }

    public String of(PersonName person) {
        return of(person.value());
    }

    public boolean isPerson(String by) {
        return isName(by) && view.person(new PersonName(by)).isPresent();
    }

    private static boolean isName(String by) {
        return by.matches("[a-z0-9-]{1,63}");
    }
}
