package dev.holdfast.truth;

import dev.holdfast.catalogue.Service;
import java.util.Collection;
import java.util.List;

/** Several things in a sentence. */
final class Names {

    private static final int MOST = 5;

    private Names() {}

    /** "a, b and 3 more". */
    static String of(Collection<String> names) {
        var sorted = names.stream().sorted().toList();
        if (sorted.size() == 1) return sorted.getFirst();
        if (sorted.size() > MOST) {
            return String.join(", ", sorted.subList(0, MOST - 1)) + " and " + (sorted.size() - MOST + 1) + " more";
        }
        return String.join(", ", sorted.subList(0, sorted.size() - 1)) + " and " + sorted.getLast();
    }

    static List<String> services(Collection<Service> services) {
        return services.stream().map(service -> service.name().value()).sorted().toList();
    }

    /** "1 service", "12 services". */
    static String count(int number, String noun) {
        return number + " " + (number == 1 ? noun : noun + "s");
    }
}
