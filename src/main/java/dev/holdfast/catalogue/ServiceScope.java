package dev.holdfast.catalogue;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Services that somebody asks about: one, those of a team or a domain, what all three have in common, or all. Empty says nothing. */
public record ServiceScope(String service, String team, String domain) {

    private static final String NAME = "[a-z0-9-]{1,63}";

    public static ServiceScope of(@Nullable String service, @Nullable String team, @Nullable String domain) {
        return new ServiceScope(word(service), word(team), word(domain));
    }

    private static String word(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    public boolean isAll() {
        return service.isEmpty() && team.isEmpty() && domain.isEmpty();
    }

    /** As the catalogue has them at its instant; null where all are meant, those that are no longer declared as well. */
    public @Nullable Set<String> services(CatalogueView view) {
        var sets = Stream.of(service.isEmpty() ? null : Set.of(service), owned(view), inDomain(view)).filter(Objects::nonNull).toList();
        if (sets.isEmpty()) return null;
        var all = new HashSet<>(sets.getFirst());
        sets.forEach(all::retainAll);
        return all;
    }

    private @Nullable Set<String> owned(CatalogueView view) {
        if (team.isEmpty()) return null;
        return team.matches(NAME) ? names(view.servicesOf(new TeamName(team))) : Set.of();
    }

    private @Nullable Set<String> inDomain(CatalogueView view) {
        if (domain.isEmpty()) return null;
        return domain.matches(NAME) ? names(view.servicesIn(new DomainName(domain))) : Set.of();
    }

    private static Set<String> names(Collection<Service> services) {
        return services.stream().map(it -> it.name().value()).collect(Collectors.toSet());
    }
}
