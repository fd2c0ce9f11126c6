package dev.holdfast.portal.web.models;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.http.Cursor;
import dev.holdfast.operatingmodel.Decision;
import dev.holdfast.operatingmodel.Decisions;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Policy;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.ServiceWords;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.portal.web.models.PlacementPage.Decided;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of one service's operating model. */
@Component
class PlacementSheet {

    private static final int DECISIONS = 20;
    private static final int PEAKS = 12;
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Documents documents;
    private final Policies policies;
    private final Placing placing;
    private final Peaks peaks;
    private final Decisions decisions;
    private final Ownership ownership;

    PlacementSheet(Documents documents, Policies policies, Placing placing, Peaks peaks, Decisions decisions, Ownership ownership) {
        this.documents = documents;
        this.policies = policies;
        this.placing = placing;
        this.peaks = peaks;
        this.decisions = decisions;
        this.ownership = ownership;
    }

    PlacementPage page(ServiceName name, Viewer viewer, @Nullable String cursor, ReaderTime time, FormFaults faults) {
        return documents.holding(() -> page(documents.at(time.now()), name, viewer, cursor, time, faults));
    }

    private PlacementPage page(
            CatalogueView view, ServiceName name, Viewer viewer, @Nullable String cursor, ReaderTime time, FormFaults faults) {
        var policy = policies.in(view);
        var placed = placing.one(view, name);
        var before = Cursor.read(cursor, UUID::fromString).orElse(null);
        var decided = decisions.of(name, before, DECISIONS + 1);
        var placement = new PlacementSteps(view, policy, time).of(placed);
        var ahead = peaks.of(List.of(placed), new Period(time.now(), time.now().plus(A_YEAR)), PEAKS);
        return new PlacementPage(
                name.value(), placed.service().shown(), lede(placed), facts(placed), placement, cautions(placed, policy), placement.overridden(),
                ownership.mayChange(viewer, name), whoDecides(view, name), form(policy, faults, time),
                ahead.stream().map(peak -> peak(peak, policy, time)).toList(), "/catalogue/services/" + name + "/edit",
                decided.stream().limit(DECISIONS).map(each -> decided(each, view, time)).toList(),
                decided.size() > DECISIONS ? Cursor.encode(decided.get(DECISIONS - 1).id().toString()) : null, faults);
    }

    private static String lede(Placed placed) {
        var model = placed.selected().operatingModel();
        if (model == null) return "It has no target and no model until its document says what an hour costs and how much change its users want.";
        return "%s at %s, deployed %s. %s an hour at risk.".formatted(
                model.title(), ModelWords.level(placed.level()), ServiceWords.deployment(placed.selected()), placed.risk().shown());
    }

    private static List<Status> facts(Placed placed) {
        var facts = new ArrayList<Status>();
        facts.add(ServiceWords.model(placed.selected()));
        if (placed.selected().override() != null) facts.add(new Status("Overridden", Shape.HALF, Tone.CAUTION));
        if (!placed.service().isLive()) {
            facts.add(new Status(ServiceWords.capital(placed.service().lifecycle().name()), Shape.RING, Tone.QUIET));
        }
        return facts;
    }

    private static @Nullable String cautions(Placed placed, Policy policy) {
        return placed.cautions().isEmpty() ? null
                : "It " + ModelWords.cautions(placed.cautions(), placed) + ". " + ModelWords.advice(placed.cautions(), placed, policy);
    }

    private static String whoDecides(CatalogueView view, ServiceName name) {
        return view.ownerOf(name).map(Team::shown).map(team -> "The team " + team + " and administrators decide on this.")
                .orElse("It has no team that is described: administrators decide on this.");
    }

    private static PlacementPage.Form form(Policy policy, FormFaults faults, ReaderTime time) {
        var levels = new ArrayList<Choice>();
        levels.add(new Choice("", "as calculated", faults.typed("level").isEmpty()));
        Grid.of(policy, List.of()).levels().forEach(level -> levels.add(choice("level", level.toString(), ModelWords.level(level), faults)));
        var outOfHours = new ArrayList<Choice>();
        outOfHours.add(new Choice("", "as calculated", faults.typed("outOfHours").isEmpty()));
        for (var level : OnCallLevel.values()) outOfHours.add(choice("outOfHours", level.word(), ModelWords.called(level), faults));
        var models = List.of(new Choice("", "as calculated", faults.typed("operatingModel").isEmpty()),
                choice("operatingModel", "ybyr", "You Build It You Run It", faults), choice("operatingModel", "ops", "Ops Run It", faults));
        return new PlacementPage.Form(models, List.copyOf(levels), List.copyOf(outOfHours), time.zone().getId());
    }

    private static Choice choice(String field, String value, String words, FormFaults faults) {
        return new Choice(value, words, faults.typed(field).equals(value));
    }

    private static PlacementPage.PeakRow peak(PeakAhead peak, Policy policy, ReaderTime time) {
        var to = peak.peak().during().to();
        var when = time.full(peak.peak().during().from()) + (to == null ? ", without an end" : " to " + time.full(to));
        var money = Bands.money(peak.peak().exposure().perHour(), policy.currency()) + " an hour";
        var level = peak.raises() ? "; from " + time.full(peak.raisedFrom()) + " " + ModelWords.level(peak.during().level()) : "; the target stays";
        var called = peak.changesCalled() ? ", out of hours " + ModelWords.called(peak.during().onCall().outOfHours()) : "";
        return new PlacementPage.PeakRow(when, peak.peak().name(), money + level + called);
    }

    private static Decided decided(Decision decision, CatalogueView view, ReaderTime time) {
        var overriding = decision.overriding();
        var until = decision.until() == null ? "until the next decision" : "until " + time.full(decision.until());
        var calculated = decision.calculated();
        return new Decided(
                time.full(decision.at()), new Names(view).of(decision.by()),
                overriding == null ? new Status("Confirmed", Shape.CHECK, Tone.SAFE) : new Status("Overridden", Shape.HALF, Tone.CAUTION),
                overriding == null ? "the calculation counts" : ModelWords.overriding(overriding) + ", " + until,
                calculated == null ? "not assessed then, policy version " + decision.policyVersion()
                        : "calculated %s, %s, policy version %d".formatted(
                                calculated.operatingModel().title(), ModelWords.level(calculated.level()), decision.policyVersion()),
                decision.reason());
    }
}
