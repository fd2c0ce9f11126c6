package dev.holdfast.readiness;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import java.util.Locale;

/** Who or what is prepared. */
public record Subject(Kind kind, String name) {

    /** Services and people prepare; teams do so by their services. */
    public enum Kind {
        SERVICE,
        PERSON;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Subject of(ServiceName service) {
        return new Subject(Kind.SERVICE, service.value());
    }

    public static Subject of(PersonName person) {
        return new Subject(Kind.PERSON, person.value());
    }

    /** The page on which its evidence is written down. */
    public String page() {
        return (kind == Kind.SERVICE ? "/services/" : "/people/") + name + "/readiness";
    }

    /** The same, ready for one preparation. */
    public String write(Preparation preparation) {
        return page() + "?write=" + preparation.word() + "#write";
    }

    @Override
    public String toString() {
        return kind.word() + "/" + name;
    }
}
