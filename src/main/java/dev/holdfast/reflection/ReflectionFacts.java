package dev.holdfast.reflection;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Lifecycle;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.Losses;
import dev.holdfast.incidents.ServiceLosses;
import dev.holdfast.operatingmodel.Decision;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Policy;
import dev.holdfast.operatingmodel.PolicyPreviews;
import dev.holdfast.operatingmodel.Preview;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.quantities.Money;
import dev.holdfast.quantities.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Gathers what the reflection looks at, from each door once. */
@Component
class ReflectionFacts {

    private final Documents documents;
    private final Policies policies;
    private final PolicyPreviews previews;
    private final Selection selection;
    private final Losses losses;

    ReflectionFacts(Documents documents, Policies policies, PolicyPreviews previews, Selection selection, Losses losses) {
        this.documents = documents;
        this.policies = policies;
        this.previews = previews;
        this.selection = selection;
        this.losses = losses;
    }

    /**
     * All that a reflection follows from but the time.
     *
     * @param last when one was held last; null where none was
     */
    record Basis(long revision, Map<ServiceName, Decision> decided, Losses.Digest losses, @Nullable Instant last, List<Answer> answers) {}

    Basis basis(@Nullable Instant last, List<Answer> answers, Instant from, Instant now) {
        return new Basis(documents.revision(), selection.decided(now), losses.digest(from, now), last, answers);
    }

    /** What was found at an instant, and for which others it is the same as long as its basis is: {@code looking} back from when. */
    record Found(Basis basis, Period stands, Period looking, Reflection reflection) {

        boolean holds(Basis other, Instant from, Instant now) {
            return stands.contains(now) && looking.contains(from) && basis.equals(other);
        }
    }

    Found found(CatalogueView view, Basis basis, Instant from, Due due) {
        var present = previews.at(view, basis.decided());
        var before = documents.at(from);
        return new Found(
                basis, new Period(view.at(), present.until()), new Period(from, before.until()),
                reflection(view, before, present, due, basis.answers()));
    }

    private Reflection reflection(CatalogueView view, CatalogueView before, PolicyPreviews.Present present, Due due, List<Answer> answers) {
        var from = before.at();
        var now = view.at();
        var policy = policies.in(view);
        var unchanged = present.unchanged();
        var standings = standings(view, policy, present.selected(), unchanged, from, now);
        var bands = policy.exposureBands().bands().stream().map(Bound::of).toList();
        var today = now.atZone(view.calendar().zone()).toLocalDate();
        return new Reflection(
                from, now, due.on(), due.isSoon(today), due.isOver(today), policy.version(),
                BandStandings.of(bands, standings, policy.currency()), demands(policy, standings, before), standings,
                unchanged.standbyNow(), open(bands, standings, policy, present, answers), answers);
    }

    /** When the bands in force were first agreed on. */
    Instant bandsSet(CatalogueView view) {
        var organisation = view.organisation().orElseThrow();
        var versions = documents.versions("Organisation", organisation.name());
        var bands = versions.getLast().spec().path("exposureBands");
        var since = versions.getLast();
        for (var version : versions.reversed()) {
            if (!version.spec().path("exposureBands").equals(bands)) break;
            since = version;
        }
        return since.effectiveFrom();
    }

    /** The spec in force with other bands. */
    ObjectNode specWith(Instant now, List<Bound> bands) {
        var spec = policies.versionAt(now).spec().deepCopy();
        spec.remove("effectiveFrom");
        spec.setAll(change(bands));
        return spec;
    }

    private List<Standing> standings(
            CatalogueView view, Policy policy, Map<ServiceName, Selected> selected, Preview present, Instant from, Instant now) {
        var lost = losses.of(from, now).stream().collect(Collectors.toMap(ServiceLosses::service, Function.identity()));
        var lines = present.services().stream().collect(Collectors.toMap(Preview.Line::service, Preview.Line::now));
        return view.services().stream()
                .filter(service -> service.lifecycle() == Lifecycle.LIVE)
                .map(service -> {
                    var its = selected.get(service.name());
                    var side = lines.get(service.name());
                    return standing(view, policy, service, its == null ? List.of() : its.cautions(), side, lost);
                })
                .sorted(Comparator.comparing((Standing it) -> it.losses().lost()).reversed().thenComparing(Standing::service))
                .toList();
    }

    private Standing standing(
            CatalogueView view, Policy policy, Service service, List<dev.holdfast.operatingmodel.Caution> cautions,
            Preview.@Nullable Side side, Map<ServiceName, ServiceLosses> lost) {
        var assessment = selection.assessment(view, service.name());
        var exposure = assessment.exposure() == null ? null : assessment.exposure().perHour();
        var highest = Stream.concat(Stream.ofNullable(exposure), assessment.peaks().stream().map(peak -> peak.exposure().perHour()))
                .max(Comparator.naturalOrder()).orElse(null);
        return new Standing(
                service.name(), service.shown(), exposure, highest,
                assessment.isComplete() ? policy.exposureBands().levelOf(Objects.requireNonNull(exposure)) : null,
                side == null ? null : side.operatingModel(), assessment.demand(), cautions,
                side == null ? null : side.standbyPerWeek().orElse(null),
                lost.getOrDefault(service.name(), ServiceLosses.none(service.name())));
    }

    private List<Reflection.DemandStanding> demands(Policy policy, List<Standing> standings, CatalogueView before) {
        return policy.demandBands().stream()
                .map(band -> {
                    var asking = standings.stream().filter(it -> band.name().equals(it.demand())).toList();
                    var changed = asking.stream().filter(it -> asksForMoreThan(before, it)).count();
                    return new Reflection.DemandStanding(band, asking.size(), Math.toIntExact(changed));
                })
                .toList();
    }

    private boolean asksForMoreThan(CatalogueView before, Standing standing) {
        return before.service(standing.service()).isPresent()
                && !Objects.equals(selection.assessment(before, standing.service()).demand(), standing.demand());
    }

    private List<Reflection.Proposed> open(List<Bound> bands, List<Standing> standings, Policy policy, PolicyPreviews.Present present, List<Answer> answers) {
        var answered = answers.stream().map(Answer::proposal).collect(Collectors.toSet());
        return Proposals.of(bands, standings, amount -> new Money(new BigDecimal(amount), policy.currency()).forPeople()).stream()
                .filter(proposal -> !answered.contains(proposal.key()))
                .map(proposal -> proposed(proposal, present))
                .toList();
    }

    private static Reflection.Proposed proposed(Proposal proposal, PolicyPreviews.Present present) {
        if (!proposal.movesBands()) return new Reflection.Proposed(proposal, List.of(), Optional.empty(), Optional.empty());
        var preview = present.with(change(proposal.bands()));
        return new Reflection.Proposed(proposal, Moves.of(preview), preview.standbyNow(), preview.standbyThen());
    }

    private static ObjectNode change(List<Bound> bands) {
        var change = JsonNodeFactory.instance.objectNode();
        var list = change.putArray("exposureBands");
        bands.forEach(band -> list.addObject().put("upTo", band.upTo()).put("level", band.level().toString()));
        return change;
    }
}
