package dev.holdfast.incidents;

import dev.holdfast.catalogue.PersonName;
import org.jspecify.annotations.Nullable;

/** Who acts: {@code "ann"}, {@code "token:ci"}, an integration, or Holdfast itself; and which person that is, if one. */
public record Actor(String by, @Nullable PersonName person) {

    static final Actor HOLDFAST = new Actor("holdfast", null);

    public static Actor person(PersonName person) {
        return new Actor(person.value(), person);
    }
}
