package dev.holdfast.catalogue;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a Person other than how they are told. */
final class PersonPart implements SpecPart<Person> {

    static final PersonPart IT = new PersonPart();
    static final String KIND = "Person";

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,190}");
    private static final Set<String> GIVEN_ROLES = Set.of(Person.ADMIN);

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> fields() {
        return Set.of("email", "timeZone", "onCall", "roles", "leaves");
    }

    @Override
    public Person read(SpecReader spec) {
        var zone = spec.zone("timeZone");
        return new Person(
                new PersonName(spec.name()),
                spec.title(),
                email(spec),
                zone == null ? ZoneId.ofOffset("UTC", ZoneOffset.UTC) : zone,
                spec.flag("onCall", true),
                roles(spec),
                spec.date("leaves"));
    }

    static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    private static @Nullable String email(SpecReader spec) {
        var email = spec.text("email");
        if (email == null || isEmail(email)) return email;
        spec.fault("email", "MALFORMED", "email is not an address such as ann@example.com");
        return null;
    }

    private static Set<String> roles(SpecReader spec) {
        var roles = new LinkedHashSet<String>();
        var texts = spec.texts("roles");
        for (var index = 0; index < texts.size(); index++) {
            if (GIVEN_ROLES.contains(texts.get(index))) {
                roles.add(texts.get(index));
            } else {
                spec.fault(
                        "roles[" + index + "]",
                        "UNKNOWN_VALUE",
                        texts.get(index) + " is not a role that is given; only admin is");
            }
        }
        return roles;
    }
}
