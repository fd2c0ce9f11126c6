package dev.holdfast.portal.web.groups;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Picture;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.operatingmodel.ServiceMoment;
import dev.holdfast.portal.web.AtRisk;
import dev.holdfast.portal.web.IncidentWords;
import dev.holdfast.portal.web.Risks;
import dev.holdfast.portal.web.ServiceWords;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a number of services are, need and stand to lose, in a constant number of queries. */
@Component
public class OwnedServices {

    private static final int SHOWN = 50;
    private static final int MOST_OPEN = 100;

    private final Selection selection;
    private final Risks risks;
    private final Incidents incidents;

    OwnedServices(Selection selection, Risks risks, Incidents incidents) {
        this.selection = selection;
        this.risks = risks;
        this.incidents = incidents;
    }

    public Owned of(CatalogueView view, Collection<Service> services) {
        var risk = risks(view, services);
        var shown = services.stream().sorted(byRisk(risk)).limit(SHOWN).toList();
        var selected = selection.of(shown.stream().map(service -> new ServiceMoment(service.name(), view.at())).toList());
        var pictures = incidents.open(services.stream().map(Service::name).toList(), MOST_OPEN);
        var open = openOf(pictures);
        var rows = shown.stream()
                .map(service -> row(view, service, selected.get(new ServiceMoment(service.name(), view.at())), Objects.requireNonNull(risk.get(service.name())),
                        open.get(service.name())))
                .toList();
        var unassessed = (int) risk.values().stream().filter(it -> it.perHour() == null).count();
        return new Owned(rows, services.size(), unassessed, together(risk.values()), pictures);
    }

    /** What an hour of the service costs at that instant, its peaks included. */
    public AtRisk riskAt(CatalogueView view, ServiceName service, Instant at) {
        return risks.at(view, service, at);
    }

    /** What an hour without each of them costs, from memory. */
    public Map<ServiceName, AtRisk> risks(CatalogueView view, Collection<Service> services) {
        return services.stream().map(Service::name).distinct().collect(Collectors.toMap(Function.identity(), risks.in(view)));
    }

    /** Null where it is known of none. */
    public static @Nullable Money together(Collection<AtRisk> risks) {
        return risks.stream().map(AtRisk::perHour).filter(Objects::nonNull).reduce(Money::plus).orElse(null);
    }

    /** The most at risk first; by name where it is the same. */
    public static Comparator<Service> byRisk(Map<ServiceName, AtRisk> risks) {
        Function<Service, BigDecimal> amount = service ->
                Optional.ofNullable(risks.get(service.name())).map(AtRisk::perHour).map(Money::amount).orElse(BigDecimal.ZERO);
        return Comparator.comparing(amount).reversed().thenComparing(service -> service.name().value());
    }

    /** The open incident of each service, a major one first. */
    private static Map<ServiceName, Picture> openOf(List<Picture> pictures) {
        var open = new HashMap<ServiceName, Picture>();
        for (var picture : pictures) {
            Stream.concat(Stream.of(picture.incident().service()), picture.affected().stream().map(Picture.AffectedNow::service))
                    .forEach(service -> open.merge(service, picture, (one, other) -> other.incident().isMajor() && !one.incident().isMajor() ? other : one));
        }
        return open;
    }

    private static ServiceRow row(CatalogueView view, Service service, @Nullable Selected selected, AtRisk risk, @Nullable Picture open) {
        var second = Stream.of(Optional.ofNullable(service.title()), Optional.ofNullable(service.domain()).flatMap(view::domain).map(Domain::shown))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return new ServiceRow(
                service.name().value(), second, selected == null ? new Status("Not assessed", Shape.TRIANGLE, Tone.CAUTION) : ServiceWords.model(selected), selected == null ? "–" : ServiceWords.target(selected), level(selected),
                risk.shown(), open == null ? null : IncidentWords.states(open.incident()).getFirst(), open == null ? null : open.incident().reference());
    }

    private static String level(@Nullable Selected selected) {
        if (selected == null) return "–";
        var level = selected.onCall().outOfHours();
        return level == OnCallLevel.NONE ? "nobody by night" : level.word() + " by night";
    }
}
