package dev.holdfast.notification;

import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Person.spec.phone}: by which people call somebody themselves, on the incident pack; nothing here dials it. */
@Component
class PhonePart implements SpecPart<String> {

    private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9 ().-]{4,28}[0-9]");

    @Override
    public String kind() {
        return "Person";
    }

    @Override
    public Set<String> fields() {
        return Set.of("phone");
    }

    @Override
    public @Nullable String read(SpecReader spec) {
        var phone = spec.text("phone");
        if (phone == null || PHONE.matcher(phone).matches()) return phone;
        spec.fault("phone", "MALFORMED", "phone is not a number such as +44 20 7946 0000");
        return null;
    }
}
