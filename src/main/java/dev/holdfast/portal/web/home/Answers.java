package dev.holdfast.portal.web.home;

import dev.holdfast.alerts.Alerts;
import dev.holdfast.alerts.Firing;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Picture;
import dev.holdfast.portal.web.AtRisk;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Gauge;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody answers for, with what of the week's tolerance is left and what fires; three queries for all of it. */
@Component
class Answers {

    static final int SHOWN = 12;

    private final Incidents incidents;
    private final Alerts alerts;

    Answers(Incidents incidents, Alerts alerts) {
        this.incidents = incidents;
        this.alerts = alerts;
    }

    List<HomePage.Answer> of(Mine mine, Map<ServiceName, AtRisk> risks) {
        var shown = mine.services().stream().limit(SHOWN).toList();
        var names = shown.stream().map(Service::name).toList();
        var tolerances = incidents.tolerances(names);
        var firing = alerts.firing(names);
        return shown.stream()
                .map(service -> answer(mine, service, Objects.requireNonNull(risks.get(service.name())), tolerances.get(service.name()),
                        firing.getOrDefault(service.name(), Firing.NONE)))
                .toList();
    }

    private static HomePage.Answer answer(Mine mine, Service service, AtRisk risk, Picture.@Nullable ToleranceNow tolerance, Firing firing) {
        var second = Stream.of(Optional.ofNullable(service.title()), Optional.ofNullable(service.domain()).flatMap(mine.view()::domain).map(Domain::shown))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return new HomePage.Answer(
                service.name().value(), second, risk.shown(), tolerance == null ? "no target" : Figures.clock(tolerance.left()),
                tolerance == null ? null : Gauge.of(tolerance.perWeek(), tolerance.perWeek().minus(tolerance.left())), alerts(firing));
    }

    private static Status alerts(Firing firing) {
        if (firing.open() > 0) return new Status(firing.open() + " firing", Shape.DIAMOND, Tone.LOSS);
        return firing.dryRun() > 0 ? new Status(firing.dryRun() + " in dry run", Shape.TRIANGLE, Tone.CAUTION) : new Status("quiet", Shape.RING, Tone.QUIET);
    }
}
