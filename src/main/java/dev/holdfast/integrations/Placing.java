package dev.holdfast.integrations;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Deployment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which service and which environment a sender's names mean: pure. */
final class Placing {

    private static final String REPOSITORY = "repository";

    private Placing() {}

    /** What is agreed counts first, then the service of that name, then the one service whose repository it is, then the name's last part. */
    static Optional<ServiceName> service(PipelineEvent said, Pipeline pipeline, Agreed agreed, CatalogueView view, Map<String, ServiceName> repositories) {
        if (pipeline.service() != null) return Optional.of(pipeline.service());
        return first(said.sources(), source -> agreed(pipeline.sources(), source))
                .or(() -> first(said.sources(), source -> agreed(agreed.sources(), source)))
                .or(() -> first(said.sources(), source -> named(source, view)))
                .or(() -> first(said.sources(), source -> Optional.ofNullable(repositories.get(repository(source)))))
                .or(() -> first(said.sources(), source -> named(last(source), view)))
                .filter(service -> view.service(service).isPresent());
    }

    /** Empty where it is not said, or only by a place of which nothing is agreed. */
    static Optional<String> environment(PipelineEvent.DeploymentSaid said, Pipeline pipeline, Agreed agreed) {
        var named = Stream.of(Optional.ofNullable(said.environment()), Optional.ofNullable(said.place())).flatMap(Optional::stream).toList();
        return environment(named, said.inProduction(), pipeline, agreed).or(() -> Optional.ofNullable(said.environment()));
    }

    static String environment(PipelineEvent.DeploymentAsked asked, Pipeline pipeline, Agreed agreed) {
        return environment(List.of(asked.environment()), asked.inProduction(), pipeline, agreed).orElse(asked.environment());
    }

    private static Optional<String> environment(List<String> named, boolean inProduction, Pipeline pipeline, Agreed agreed) {
        return first(named, name -> Optional.ofNullable(pipeline.environments().get(name)))
                .or(() -> first(named, name -> Optional.ofNullable(agreed.environments().get(name))))
                .or(() -> Optional.of(Deployment.PRODUCTION)
                        .filter(it -> inProduction || named.stream().anyMatch(Deployment::isCalledProduction)));
    }

    /** The service of each repository that is one service's alone. */
    static Map<String, ServiceName> repositories(Iterable<Service> services) {
        var owned = new HashMap<String, ServiceName>();
        var shared = new HashSet<String>();
        for (var service : services) {
            Optional.ofNullable(service.links().get(REPOSITORY))
                    .map(link -> repository(link.url().toString()))
                    .filter(repository -> owned.put(repository, service.name()) != null)
                    .ifPresent(shared::add);
        }
        owned.keySet().removeAll(shared);
        return owned;
    }

    /** A repository without where it is served: {@code acme/bedroom}. */
    static String repository(String source) {
        var path = source.replaceFirst("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/]*/", "").replaceFirst("^[^/@:]+@[^:/]+:", "");
        return path.replaceFirst("/+$", "").replaceFirst("\\.git$", "").toLowerCase(Locale.ROOT);
    }

    static String last(String source) {
        var repository = source.replaceFirst("/+$", "").replaceFirst("\\.git$", "");
        return repository.substring(repository.lastIndexOf('/') + 1);
    }

    /** By the name itself, or by the repository that both are. */
    private static Optional<ServiceName> agreed(Map<String, ServiceName> sources, String source) {
        return Optional.ofNullable(sources.get(source)).or(() -> sources.entrySet().stream()
                .filter(entry -> repository(entry.getKey()).equals(repository(source)))
                .map(Map.Entry::getValue)
                .findFirst());
    }

    private static Optional<ServiceName> named(String name, CatalogueView view) {
        return name.isBlank() ? Optional.empty() : view.service(new ServiceName(name)).map(Service::name);
    }

    private static <T> Optional<T> first(List<String> names, Function<String, Optional<T>> meaning) {
        return names.stream().map(meaning).flatMap(Optional::stream).findFirst();
    }
}
