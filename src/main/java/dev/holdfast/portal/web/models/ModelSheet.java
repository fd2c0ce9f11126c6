package dev.holdfast.portal.web.models;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.http.Csv;
import dev.holdfast.http.Cursor;
import dev.holdfast.operatingmodel.Caution;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.OperatingModel;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Policy;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.portal.web.models.ModelsPage.Called;
import dev.holdfast.portal.web.models.ModelsPage.Placement;
import dev.holdfast.portal.web.models.ModelsPage.Remainder;
import dev.holdfast.quantities.Period;
import dev.holdfast.reflection.Reflections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of all operating models: a constant number of queries, however many services there are. */
@Component
class ModelSheet {

    private static final int SHOWN = 50;
    private static final int PEAKS = 60;
    private static final Duration AHEAD = Duration.ofDays(90);

    private final Documents documents;
    private final Policies policies;
    private final Placing placing;
    private final Peaks peaks;
    private final Reflections reflections;

    ModelSheet(Documents documents, Policies policies, Placing placing, Peaks peaks, Reflections reflections) {
        this.documents = documents;
        this.policies = policies;
        this.placing = placing;
        this.peaks = peaks;
        this.reflections = reflections;
    }

    ModelsPage page(Asked asked, ReaderTime time) {
        return documents.holding(() -> page(asked, time, documents.at(time.now())));
    }

    private ModelsPage page(Asked asked, ReaderTime time, CatalogueView view) {
        var policy = policies.in(view);
        var all = placing.all(view);
        var found = all.stream().filter(placed -> placed.takes(asked)).toList();
        var ahead = peaks.of(found, new Period(time.now(), time.now().plus(AHEAD)), PEAKS);
        var chosen = chosen(asked, all, found, ahead);
        var filters = new ModelFilters(view, asked).all();
        var rest = filters.asTable() ? after(found, asked) : List.<Placed>of();
        var table = new ModelTable(view, time);
        return new ModelsPage(
                lede(all, found), all.isEmpty(), policy.version() == 0, due(policy, found, time), ModelWords.policy(policy, time), filters,
                filters.asTable() ? null : chart(policy, asked, found, ahead, chosen.map(Placed::name).orElse(""), time), unplaced(found, asked),
                rest.stream().limit(SHOWN).map(table::row).toList(), next(rest, asked),
                placement(chosen, view, policy, time), new MovesAhead(found, policy.currency(), time).of(ahead), calendar(asked), called(found, asked),
                new Cautions(policy, new Names(view), time).lines(found), cautioned(found), Cautions.more(found, asked));
    }

    Csv csv(Asked asked, ReaderTime time) {
        var view = documents.at(time.now());
        return new ModelTable(view, time).csv(placing.all(view).stream().filter(placed -> placed.takes(asked)).toList());
    }

    private static Chart chart(Policy policy, Asked asked, List<Placed> found, List<PeakAhead> ahead, String chosen, ReaderTime time) {
        var spots = new SpotsOf(asked, chosen, time).of(found, ahead);
        var levels = new ArrayList<>(spots.stream().map(Spot::level).distinct().toList());
        spots.stream().map(Spot::moves).filter(Objects::nonNull).map(Spot.Moves::level).distinct().forEach(levels::add);
        return ChartLayout.of(Grid.of(policy, levels), spots, asked, SpotsOf.label(found));
    }

    /** The reflection, once it is near, with what the bands already say. */
    private ModelsPage.@Nullable Due due(Policy policy, List<Placed> found, ReaderTime time) {
        var deadline = reflections.deadline();
        if (deadline.on() == null || !deadline.soon() && !deadline.overdue()) return null;
        var above = found.stream().filter(placed -> placed.cautions().contains(Caution.ABOVE_TOP_BAND)).count();
        var status = new Status((deadline.overdue() ? "Reflection was due " : "Reflection due ") + time.day(deadline.on()), Shape.TRIANGLE, Tone.CAUTION);
        var said = ModelWords.policy(policy, time) + "." + (above == 0 ? "" : " " + ModelWords.services(above) + (above == 1 ? " is" : " are") + " above the top band.");
        return new ModelsPage.Due(status, said);
    }

    /** Who is asked for, else whoever moves next, else whoever has the most at risk. */
    private static Optional<Placed> chosen(Asked asked, List<Placed> all, List<Placed> found, List<PeakAhead> ahead) {
        var named = all.stream().filter(placed -> placed.name().equals(asked.of("service"))).findFirst();
        if (named.isPresent()) return named;
        var moving = ahead.stream().filter(PeakAhead::raises).map(PeakAhead::service).findFirst();
        return moving.flatMap(name -> found.stream().filter(placed -> placed.service().name().equals(name)).findFirst())
                .or(() -> found.stream().findFirst());
    }

    private static @Nullable Placement placement(Optional<Placed> chosen, CatalogueView view, Policy policy, ReaderTime time) {
        return chosen.map(new PlacementSteps(view, policy, time)::of).orElse(null);
    }

    private static String lede(List<Placed> all, List<Placed> found) {
        var rule = "Money at risk sets the availability target, demand sets the deployment target, and both together decide.";
        if (all.isEmpty()) return rule;
        var ybyr = found.stream().filter(placed -> placed.selected().operatingModel() == OperatingModel.YBYR).count();
        var ops = found.stream().filter(placed -> placed.selected().operatingModel() == OperatingModel.OPS).count();
        var are = ModelWords.services(ybyr) + (ybyr == 1 ? " is" : " are") + " built and run by their teams, " + ModelWords.services(ops) + (ops == 1 ? " is" : " are") + " run by operations. ";
        return (found.size() == all.size() ? "" : "Of " + Figures.count(found.size(), "service") + " shown: ") + are + rule;
    }

    private static @Nullable Remainder unplaced(List<Placed> found, Asked asked) {
        var without = found.stream().filter(placed -> !placed.isPlaced()).count();
        if (without == 0) return null;
        var words = ModelWords.services(without) + (without == 1 ? " has" : " have") + " no place yet: money or demand is not known. On call as a team at every hour.";
        return new Remainder(words, asked.without("service", "cursor").with("view", "table").with("model", "none").address(ModelFilters.PATH));
    }

    private static List<Placed> after(List<Placed> found, Asked asked) {
        var position = Cursor.decode(asked.of("cursor")).orElse("");
        if (position.isEmpty()) return found;
        var index = found.stream().map(Placed::name).toList().indexOf(position);
        return found.subList(index + 1, found.size());
    }

    private static @Nullable String next(List<Placed> rest, Asked asked) {
        return rest.size() <= SHOWN ? null
                : asked.with("cursor", Cursor.encode(rest.get(SHOWN - 1).name())).address(ModelFilters.PATH);
    }

    private static String calendar(Asked asked) {
        return asked.without("view", "service", "cursor").address("/operating-models/peaks");
    }

    private static String cautioned(List<Placed> found) {
        var all = found.stream().filter(placed -> !placed.cautions().isEmpty()).count();
        var open = Cautions.open(found);
        return all == 0 ? "none" : open == all ? Figures.count(all, "service") + ", none answered" : open + " of " + all + " not answered";
    }

    private static List<Called> called(List<Placed> found, Asked asked) {
        var live = found.stream().filter(placed -> placed.service().isLive()).toList();
        return List.of(
                called("Own team", live, OnCallLevel.TEAM, placed -> placed.service().owner(), "team", asked),
                called("Domain", live, OnCallLevel.DOMAIN, placed -> placed.service().domain(), "domain", asked),
                called("Nobody, waits for morning", live, OnCallLevel.NONE, placed -> null, "", asked),
                called("Operations", live, OnCallLevel.OPERATIONS, placed -> null, "", asked));
    }

    private static Called called(
            String label, List<Placed> live, OnCallLevel level, Function<Placed, @Nullable Object> holder, String noun, Asked asked) {
        var answered = live.stream().filter(placed -> placed.called() == level).toList();
        var holders = answered.stream().map(holder).filter(Objects::nonNull).distinct().count();
        var count = Figures.count(answered.size(), "service") + (holders == 0 ? "" : ", " + Figures.count(holders, noun));
        return new Called(label, count, asked.without("service", "cursor").with("view", "table").with("called", level.word()).address(ModelFilters.PATH));
    }
}
