package dev.holdfast.portal.web.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.operatingmodel.ServiceMoment;
import dev.holdfast.portal.web.AtRisk;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Risks;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is called out of hours for which services, what standby costs a week for it, and what a peak ahead will change. */
@Component
class Levels {

    private static final Duration AHEAD = Duration.ofDays(14);
    private static final int NAMED = 3;
    private static final List<OnCallLevel> ORDER = List.of(OnCallLevel.TEAM, OnCallLevel.DOMAIN, OnCallLevel.NONE, OnCallLevel.OPERATIONS);

    private final Selection selection;
    private final Risks risks;

    Levels(Selection selection, Risks risks) {
        this.selection = selection;
        this.risks = risks;
    }

    List<OnCallPage.Level> of(CatalogueView view, Map<ServiceName, Selected> selected, ReaderTime time) {
        var byLevel = view.services().stream()
                .filter(Service::isLive)
                .collect(Collectors.groupingBy(it -> Objects.requireNonNull(selected.get(it.name())).onCall().outOfHours()));
        var atRisk = new HashMap<ServiceName, AtRisk>();
        var risk = risks.in(view);
        view.services().forEach(it -> atRisk.put(it.name(), risk.apply(it.name())));
        var raised = raised(view, selected, atRisk, time);
        var prices = selection.standbyPerWeek(view, selected);
        var rows = new ArrayList<OnCallPage.Level>();
        for (var level : ORDER) {
            var services = byLevel.getOrDefault(level, List.of());
            var ahead = raised.getOrDefault(level, "");
            if (!services.isEmpty() || !ahead.isEmpty()) rows.add(row(level, services, selected, atRisk, ahead, prices.get(level)));
        }
        return rows;
    }

    private static OnCallPage.Level row(
            OnCallLevel level, List<Service> services, Map<ServiceName, Selected> selected, Map<ServiceName, AtRisk> atRisk, String ahead, @Nullable Money week) {
        var targets = services.stream()
                .map(it -> Objects.requireNonNull(selected.get(it.name())).level())
                .filter(Objects::nonNull).distinct().sorted(Comparator.reverseOrder()).map(it -> it + "\u202f%").collect(Collectors.joining(", "));
        var named = most(services, atRisk).stream()
                .map(it -> new OnCallPage.Named(it.name().value(), "/services/" + it.name())).toList();
        var more = services.size() - named.size();
        return new OnCallPage.Level(
                status(level), targets.isEmpty() ? "–" : targets, named, more == 0 ? "" : "and " + Figures.count(more, "other"), "/services?sort=risk", ahead,
                level == OnCallLevel.NONE ? "0" : week == null ? "–" : Figures.money(week));
    }

    /** The few with most at risk, that first; of two alike the first by name. */
    private static List<Service> most(List<Service> services, Map<ServiceName, AtRisk> atRisk) {
        var most = new ArrayList<Service>();
        for (var service : services) {
            var amount = amount(atRisk.get(service.name()));
            var place = most.size();
            while (place > 0 && amount.compareTo(amount(atRisk.get(most.get(place - 1).name()))) > 0) place--;
            if (place < NAMED) most.add(place, service);
            if (most.size() > NAMED) most.removeLast();
        }
        return most;
    }

    /** The services that a peak within two weeks brings to another level, in words, by that level. */
    private Map<OnCallLevel, String> raised(CatalogueView view, Map<ServiceName, Selected> selected, Map<ServiceName, AtRisk> atRisk, ReaderTime time) {
        var end = time.now().plus(AHEAD);
        var moments = view.services().stream()
                .filter(Service::isLive)
                .map(it -> moment(it, atRisk.get(it.name())))
                .filter(it -> it != null && it.at().isBefore(end))
                .map(Objects::requireNonNull)
                .toList();
        var words = new HashMap<OnCallLevel, String>();
        selection.of(moments).entrySet().stream().sorted(Comparator.comparing(it -> it.getKey().at())).forEach(it -> {
            var then = it.getValue().onCall().outOfHours();
            var now = Objects.requireNonNull(selected.get(it.getKey().service())).onCall().outOfHours();
            if (then != now) words.merge(then, it.getKey().service() + " from " + time.day(it.getKey().at()), (one, other) -> one + ", " + other);
        });
        return words;
    }

    private static @Nullable ServiceMoment moment(Service service, @Nullable AtRisk risk) {
        return risk == null || risk.ahead() == null ? null : new ServiceMoment(service.name(), risk.ahead().during().from());
    }

    private static BigDecimal amount(@Nullable AtRisk risk) {
        return risk == null || risk.perHour() == null ? BigDecimal.ZERO : risk.perHour().amount();
    }

    private static Status status(OnCallLevel level) {
        return switch (level) {
            case TEAM -> new Status("own team", Shape.DOT, Tone.ACCENT);
            case DOMAIN -> new Status("domain", Shape.HALF, Tone.ACCENT);
            case NONE -> new Status("nobody", Shape.RING, Tone.QUIET);
            case OPERATIONS -> new Status("operations", Shape.DOT, Tone.OPS);
        };
    }
}
