package dev.holdfast.integrations;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Spelling;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which service a foreign name most likely means: pure. */
final class Closest {

    /** How much of the longer name may differ. */
    private static final double MOST = 0.4;

    private Closest() {}

    static Optional<ServiceName> to(List<String> sources, Collection<ServiceName> services) {
        var names = sources.stream().map(Placing::last).map(Closest::plain).filter(name -> !name.isEmpty()).distinct().toList();
        return services.stream()
                .map(service -> new Candidate(service, names.stream().mapToDouble(name -> difference(name, plain(service.value()))).min().orElse(1)))
                .filter(candidate -> candidate.difference() <= MOST)
                .min(Comparator.comparingDouble(Candidate::difference).thenComparing(Candidate::service))
                .map(Candidate::service);
    }

    private record Candidate(ServiceName service, double difference) {}

    /** From 0, the same, to 1, nothing in common; one that is in the other whole is close. */
    static double difference(String one, String other) {
        var longer = Math.max(one.length(), other.length());
        if (longer == 0) return 1;
        var shorter = Math.min(one.length(), other.length());
        if (shorter >= 3 && (one.contains(other) || other.contains(one))) return MOST * (longer - shorter) / longer;
        return longer - shorter > longer * MOST ? 1 : (double) Spelling.distance(one, other) / longer;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
