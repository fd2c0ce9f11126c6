package dev.holdfast.portal.web.models;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.operatingmodel.ExposureBand;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.OperatingModel;
import dev.holdfast.operatingmodel.Policy;
import dev.holdfast.operatingmodel.Preview;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.portal.web.AtRisk;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.portal.web.models.BandsPage.Band;
import dev.holdfast.portal.web.models.BandsPage.Change;
import dev.holdfast.portal.web.models.BandsPage.Effect;
import dev.holdfast.portal.web.models.BandsPage.Shift;
import dev.holdfast.quantities.AvailabilityLevel;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a preview says, for people: first how much changes, then for whom, then each service. */
record BandsEffect(CatalogueView view, Policy policy, Selection selection, Preview preview, Nights nights) {

    private static final int SHOWN = 60;

    Effect of(BandsDraft draft) {
        var changed = preview.services().stream().filter(BandsEffect::isChanged)
                .sorted(Comparator.comparing(this::atRisk).reversed().thenComparing(line -> line.service().value())).toList();
        return new Effect(heading(changed), figures(changed), bands(draft), changed.stream().limit(SHOWN).map(this::change).toList(),
                changed.size() > SHOWN ? "And " + ModelWords.services(changed.size() - SHOWN) + " with less at risk." : null, nights.woken(), nights.released());
    }

    /** What a share of standby costs moves with its neighbours; that alone changes no service. */
    private static boolean isChanged(Preview.Line line) {
        return line.changed().stream().anyMatch(field -> !field.equals("standbyPerWeek"));
    }

    private BigDecimal atRisk(Preview.Line line) {
        var money = risk(line).perHour();
        return money == null ? BigDecimal.ZERO : money.amount();
    }

    private AtRisk risk(Preview.Line line) {
        return AtRisk.of(selection.assessment(view, line.service()), policy.currency(), view.at());
    }

    private static String heading(List<Preview.Line> changed) {
        return changed.isEmpty() ? "Nothing would change" : ModelWords.services(changed.size()) + " would change";
    }

    private List<Figure> figures(List<Preview.Line> changed) {
        var woken = nights.newPeople();
        var freed = nights.freedPeople();
        var called = Figure.of("Newly called out of hours", woken.isEmpty() ? "nobody" : Figures.people(woken.size()), "", woken.isEmpty() ? "by the schedules that there are" : nights.names(woken));
        var targets = count(changed, "level");
        return List.of(
                Figure.of("Targets", targets, targets.equals("1") ? "service" : "services", count(changed, "operatingModel") + " change model, " + count(changed, "onCall") + " who is called"),
                woken.isEmpty() ? called : called.toned(Tone.CAUTION),
                Figure.of("Released from nights", freed.isEmpty() ? "nobody" : Figures.people(freed.size()), "", freed.isEmpty() ? "" : nights.names(freed)),
                standby());
    }

    private Figure standby() {
        var now = preview.standbyNow();
        var then = preview.standbyThen();
        if (now.isEmpty() || then.isEmpty()) return Figure.of("Standby a week", "not known", "", "The policy has no price list");
        var more = then.get().minus(now.get());
        var words = more.isZero() ? "as now" : (more.isNegative() ? "" : "+") + Figures.money(more) + ", now " + Figures.money(now.get());
        return Figure.of("Standby a week", Figures.money(then.get()), "", words);
    }

    private static String count(List<Preview.Line> changed, String field) {
        return "" + changed.stream().filter(line -> line.changed().contains(field)).count();
    }

    private List<Band> bands(BandsDraft draft) {
        var bands = new ArrayList<Band>();
        for (var index = 0; index < draft.rows().size(); index++) {
            var row = draft.rows().get(index);
            var level = row.target();
            if (level == null || row.bound() == null) continue;
            var below = index == 0 ? null : draft.rows().get(index - 1).bound();
            var upTo = "up to " + Bands.money(row.bound(), policy.currency());
            bands.add(new Band(ModelWords.level(level), below == null ? upTo : "above " + Bands.money(below, policy.currency()) + ", " + upTo,
                    Tolerances.clock(level), row.called(), shift(in(level, Preview.Line::now), in(level, Preview.Line::then))));
        }
        policy.exposureBands().bands().stream().map(ExposureBand::level)
                .filter(level -> draft.rows().stream().noneMatch(row -> level.equals(row.target())))
                .forEach(level -> bands.add(new Band(ModelWords.level(level), "no band any more", Tolerances.clock(level), "–",
                        shift(in(level, Preview.Line::now), in(level, Preview.Line::then)))));
        return bands;
    }

    private long in(AvailabilityLevel level, Function<Preview.Line, Preview.Side> side) {
        return preview.services().stream().filter(line -> level.equals(side.apply(line).level())).count();
    }

    private static String shift(long now, long then) {
        return now == then ? ModelWords.services(now) : now + " → " + ModelWords.services(then);
    }

    private Change change(Preview.Line line) {
        var shifts = new ArrayList<Shift>();
        add(shifts, "target", ModelWords.level(line.now().level()), ModelWords.level(line.then().level()));
        add(shifts, "run", model(line.now().operatingModel()), model(line.then().operatingModel()));
        add(shifts, "out of hours", called(line.now().onCall().outOfHours()), called(line.then().onCall().outOfHours()));
        add(shifts, "standby a week", money(line.now().standbyPerWeek()), money(line.then().standbyPerWeek()));
        return new Change(line.service().value(), "/operating-models/" + line.service(), risk(line).shown(), shifts);
    }

    private static void add(List<Shift> shifts, String what, String from, String to) {
        if (!Objects.equals(from, to)) shifts.add(new Shift(what, from, to));
    }

    private static String model(@Nullable OperatingModel model) {
        return model == null ? "not assessed" : model.title();
    }

    private static String called(OnCallLevel level) {
        return ModelWords.called(level);
    }

    private static String money(Optional<Money> money) {
        return money.map(Figures::money).orElse("–");
    }
}
