package dev.holdfast.portal.web.home;

import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.handover.Handover;
import dev.holdfast.incidents.Picture;
import dev.holdfast.incidents.State;
import dev.holdfast.oncall.Swap;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.portal.web.AtRisk;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.IncidentWords;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.rota.SwapWords;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.portal.web.groups.Answering;
import dev.holdfast.portal.web.groups.Gap;
import dev.holdfast.portal.web.groups.GroupWords;
import dev.holdfast.portal.web.groups.OwnedServices;
import dev.holdfast.portal.web.handover.HandoverLines;
import dev.holdfast.reflection.Reflections;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What wants a decision of the reader, what costs most first; pure. */
final class WaitingList {

    private static final int OF_EACH = 3;
    private static final Duration SOON = Duration.ofDays(14);
    private static final Status COSTS = new Status("costs now", Shape.DIAMOND, Tone.LOSS);
    private static final Status LOOK = new Status("look at this", Shape.TRIANGLE, Tone.CAUTION);
    private static final Status YOURS = new Status("yours to do", Shape.HALF, Tone.ACCENT);

    private final Mine mine;
    private final ReaderTime time;
    private final List<HomePage.Waiting> waiting = new ArrayList<>();

    private WaitingList(Mine mine, ReaderTime time) {
        this.mine = mine;
        this.time = time;
    }

    /** What it is made of; {@code risks} tells what an hour of a service costs at an instant. */
    record Facts(List<Picture> open, List<Gap> gaps, Map<ServiceName, Selected> selected, BiFunction<ServiceName, Instant, AtRisk> risks, boolean reachable,
            List<Swap> swaps, Reflections.@Nullable Deadline reflection, List<Handover> handovers) {}

    static List<HomePage.Waiting> of(Mine mine, Facts facts, ReaderTime time) {
        var list = new WaitingList(mine, time);
        list.incidents(facts.open());
        list.reach(facts.reachable());
        facts.swaps().forEach(list::swap);
        list.handovers(facts.handovers());
        list.gaps(facts.gaps(), facts.risks());
        list.reflection(facts.reflection());
        list.ending(facts.selected());
        list.unassessed(facts.selected());
        return List.copyOf(list.waiting);
    }

    private void incidents(List<Picture> open) {
        open.stream().filter(picture -> picture.incident().state() == State.TRIGGERED).forEach(this::unanswered);
        open.stream().filter(picture -> picture.incident().isOpen() && isMine(picture)).forEach(this::answered);
    }

    private void unanswered(Picture picture) {
        var incident = picture.incident();
        var acknowledge = HomePage.Act.form("I have it", "/incidents/" + incident.reference() + "/acknowledge", Map.of());
        var acts = mine.person() == null ? List.of(open(incident.reference()))
                : List.of(waiting.isEmpty() ? acknowledge.asMain() : acknowledge, open(incident.reference()));
        waiting.add(new HomePage.Waiting(COSTS, incident.reference() + ": " + incident.summary(), facts(picture) + " Nobody has it yet.", acts));
    }

    private void answered(Picture picture) {
        var incident = picture.incident();
        waiting.add(new HomePage.Waiting(YOURS, "You have " + incident.reference() + ": " + incident.summary(), facts(picture), List.of(open(incident.reference()))));
    }

    private boolean isMine(Picture picture) {
        var incident = picture.incident();
        var me = mine.person() == null ? "" : mine.person().value();
        return incident.state() == State.ACKNOWLEDGED && (me.equals(incident.commander()) || incident.commander() == null && me.equals(incident.acknowledgedBy()));
    }

    private String facts(Picture picture) {
        var rate = picture.cost().ratePerHour();
        var cost = rate == null ? "what it costs is not known" : Figures.money(rate) + " an hour";
        var major = picture.incident().isMajor() ? "Major, " : "";
        return major + picture.incident().service() + ", since " + time.moment(picture.incident().startedAt()) + ", " + cost + ", "
                + IncidentWords.loss(picture).shown() + " so far.";
    }

    private static HomePage.Act open(String reference) {
        return HomePage.Act.link("Open", "/incidents/" + reference);
    }

    private void reach(boolean reachable) {
        if (mine.person() == null || reachable || mine.duties().isEmpty() && mine.teams().isEmpty()) return;
        var why = mine.duties().isEmpty() ? "No contact of yours would be used." : "You are on a schedule, and no contact of yours would be used: a page passes you over.";
        var me = mine.person();
        waiting.add(new HomePage.Waiting(COSTS, "Nobody can reach you", why + (mine.admin() ? "" : " An administrator adds one."), List.of(mine.admin()
                ? HomePage.Act.link("Add a contact", "/catalogue/people/" + me + "/edit") : HomePage.Act.link("What is known of you", "/people/" + me))));
    }

    /** Asked of the reader alone it can be declined; offered to everybody it waits for whoever agrees first. */
    private void swap(Swap swap) {
        var names = new Names(mine.view());
        var acts = new ArrayList<>(List.of(HomePage.Act.form("Agree", "/swaps/" + swap.id() + "/agree", Map.of())));
        if (!swap.isOpen()) acts.add(HomePage.Act.form("Decline", "/swaps/" + swap.id() + "/decline", Map.of()));
        acts.add(HomePage.Act.link("Open", "/swaps/" + swap.id()));
        var asks = names.of(swap.giver()) + (swap.take() == null ? " asks whether you take a shift" : " asks you to swap shifts");
        waiting.add(new HomePage.Waiting(YOURS, asks, SwapWords.what(swap, names, time) + ". " + SwapWords.whom(swap, names, time), acts));
    }

    private void handovers(List<Handover> handovers) {
        var names = new Names(mine.view());
        handovers.stream().limit(OF_EACH).forEach(handover -> {
            var change = handover.change();
            var address = "/schedules/" + change.schedule() + "/handovers";
            var what = change.at().isAfter(time.now()) ? "You take over from " : "You took over from ";
            waiting.add(new HomePage.Waiting(YOURS, what + names.of(change.from()) + " at " + time.moment(change.at()), HandoverLines.summary(handover, names),
                    List.of(HomePage.Act.form("Acknowledge", address + "/" + handover.id() + "/acknowledge", Map.of()), HomePage.Act.link("Notes and digest", address))));
        });
    }

    private void gaps(List<Gap> gaps, BiFunction<ServiceName, Instant, AtRisk> risks) {
        gaps.stream().limit(OF_EACH).forEach(gap -> waiting.add(gap(gap, risks)));
        more(gaps.size(), COSTS, "gap", "On call", "/on-call");
    }

    private HomePage.Waiting gap(Gap gap, BiFunction<ServiceName, Instant, AtRisk> risks) {
        var money = OwnedServices.together(Answering.candidates(mine.view(), gap.schedule()).stream().map(it -> risks.apply(it.name(), gap.from())).toList());
        var words = GroupWords.title(gap.schedule()) + (money == null ? "" : ", " + Figures.money(money) + " an hour at risk") + ". If nobody takes it, the fallback is called.";
        var take = HomePage.Act.form("I take it", "/home/take",
                Map.of("schedule", gap.schedule().schedule(), "from", gap.from().toString(), "to", gap.to().toString()));
        var act = mine.mayTake(gap.schedule()) ? take : HomePage.Act.link("On call", "/on-call");
        return new HomePage.Waiting(COSTS, "Nobody is on call: " + gap.words(time), words, List.of(act));
    }

    private void reflection(Reflections.@Nullable Deadline deadline) {
        if (deadline == null || deadline.on() == null || !deadline.overdue() && !deadline.soon()) return;
        var what = deadline.overdue() ? "The reflection was due on " : "The reflection is due on ";
        waiting.add(new HomePage.Waiting(LOOK, what + time.day(deadline.on()),
                "Losses and demand stand beside the bands, with what they suggest. Until it is held, targets follow what was agreed before.",
                List.of(HomePage.Act.link("Look at it", "/reflection"))));
    }

    /** What somebody decided ends, and the calculation counts again. */
    private void ending(Map<ServiceName, Selected> selected) {
        var names = new Names(mine.view());
        selected.forEach((service, its) -> Optional.ofNullable(its.override()).ifPresent(decision -> {
            var until = decision.until();
            if (until == null || until.isAfter(time.now().plus(SOON))) return;
            waiting.add(new HomePage.Waiting(LOOK, "The decision about " + service + " ends " + time.full(until),
                    "By " + names.of(decision.by()) + ": “" + decision.reason() + "” Then what is calculated counts again.",
                    List.of(HomePage.Act.link("Look at it", "/services/" + service))));
        }));
    }

    private void unassessed(Map<ServiceName, Selected> selected) {
        var missing = mine.services().stream()
                .filter(service -> mine.person() == null || mine.owns(service))
                .filter(service -> Optional.ofNullable(selected.get(service.name())).filter(its -> !its.isAssessed()).isPresent())
                .toList();
        missing.stream().limit(OF_EACH).forEach(service -> waiting.add(unassessed(service, Objects.requireNonNull(selected.get(service.name())))));
        more(missing.size(), LOOK, "service not assessed", "Show them", "/services?model=none");
    }

    private static HomePage.Waiting unassessed(Service service, Selected selected) {
        return new HomePage.Waiting(LOOK, service.name() + " is not assessed",
                "Missing: " + String.join(" and ", selected.missing()) + ". Until it is said there is no target, and the team is called at every hour.",
                List.of(HomePage.Act.link("Assess it", "/catalogue/services/" + service.name() + "/edit")));
    }

    private void more(int all, Status status, String noun, String words, String address) {
        if (all <= OF_EACH) return;
        var left = all - OF_EACH;
        var plural = noun.startsWith("service") ? Figures.count(left, "more service") + " not assessed" : Figures.count(left, "more " + noun);
        waiting.add(new HomePage.Waiting(status, plural, "", List.of(HomePage.Act.link(words, address))));
    }
}
