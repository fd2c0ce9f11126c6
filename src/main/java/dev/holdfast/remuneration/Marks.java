package dev.holdfast.remuneration;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.keys.Keyring;
import java.util.HashMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What stands for a person in the ids of their statements: nobody else can make it from the name. */
@Component
class Marks {

    private final Keyring keys;

    Marks(Keyring keys) {
        this.keys = keys;
    }

    String of(PersonName person) {
        return Fingerprint.of(keys.sign("remuneration.statement", person.value()));
    }

    /** Whom a mark stands for. */
    Predicate<PersonName> isOf(String mark) {
        var known = new HashMap<PersonName, Boolean>();
        return person -> known.computeIfAbsent(person, unseen -> of(unseen).equals(mark));
    }
}
