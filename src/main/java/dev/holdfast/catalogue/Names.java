package dev.holdfast.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a name looks like: {@code [a-z0-9-]{1,63}}. */
final class Names {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,63}");

    private Names() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Names of things that need no document. */
    static List<String> read(SpecReader spec, String field) {
        var texts = spec.texts(field);
        var names = new ArrayList<String>();
        for (var index = 0; index < texts.size(); index++) {
            var name = checked(spec, field + "[" + index + "]", texts.get(index));
            if (name != null && !names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    static @Nullable String checked(SpecReader spec, String field, @Nullable String name) {
        if (name == null || isName(name)) return name;
        spec.fault(field, "MALFORMED", "A name is made of a-z, 0-9 and -, at most 63 of them");
        return null;
    }
}
