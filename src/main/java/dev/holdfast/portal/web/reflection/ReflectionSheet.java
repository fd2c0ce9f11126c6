package dev.holdfast.portal.web.reflection;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.http.Csv;
import dev.holdfast.http.NotFound;
import dev.holdfast.operatingmodel.Caution;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Line;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.quantities.Money;
import dev.holdfast.reflection.Answer;
import dev.holdfast.reflection.Reflection;
import dev.holdfast.reflection.Reflections;
import dev.holdfast.reflection.Review;
import dev.holdfast.reflection.Standing;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the reflection down for its page. */
@Component
class ReflectionSheet {

    private static final int MOST_SERVICES = 25;
    private static final int MOST_HELD = 8;
    private static final int MOST_NAMED = 5;

    private final Reflections reflections;
    private final Policies policies;
    private final Documents documents;

    ReflectionSheet(Reflections reflections, Policies policies, Documents documents) {
        this.reflections = reflections;
        this.policies = policies;
        this.documents = documents;
    }

    ReflectionPage page(Viewer viewer, ReflectionAsked asked, ReaderTime time) {
        return documents.holding(() -> drawn(viewer, asked, time));
    }

    private ReflectionPage drawn(Viewer viewer, ReflectionAsked asked, ReaderTime time) {
        var found = reflections.now();
        var currency = policies.at(time.now()).currency();
        var names = new Names(documents.at(time.now()));
        return new ReflectionPage(
                heading(found, time), lede(found, time), due(found), dueWords(found, time), figures(found, currency),
                ReflectionPage.Shown.of(found.proposals(), asked.proposals(), "proposals", it -> ProposalWords.asked(it, currency)),
                ReflectionPage.Shown.of(found.answers().reversed(), asked.answers(), "answers", it -> said(it, names, time)),
                found.bands().stream().map(it -> band(it, currency)).toList(),
                found.demands().stream().map(ReflectionSheet::demand).toList(),
                found.standings().stream().filter(it -> it.losses().incidents() > 0).limit(MOST_SERVICES).map(it -> loss(it, currency)).toList(),
                facts(found, currency, time), held(names, currency, time), reflections.mayHold(viewer), found.standings().isEmpty(), FormFaults.NONE);
    }

    Csv csv() {
        var found = reflections.now();
        var csv = new Csv("service", "exposure an hour", "availability target", "incidents", "beyond tolerance", "lost", "protected", "overrun", "demand");
        for (var it : found.standings()) {
            var losses = it.losses();
            csv.row(List.of(
                    it.service().value(), it.exposure() == null ? "" : it.exposure().toPlainString(), it.level() == null ? "" : it.level().toString(),
                    "" + losses.incidents(), "" + losses.beyondTolerance(), losses.lost().toPlainString(), losses.protectedLoss().toPlainString(),
                    losses.overrun().toPlainString(), it.demand() == null ? "" : it.demand()));
        }
        return csv;
    }

    /** All that speaks for a proposal and all that it would change; it is not found where the facts do not suggest it any more. */
    Csv proposal(String key) {
        return reflections.now().proposals().stream()
                .filter(it -> it.proposal().key().equals(key))
                .findFirst()
                .map(ProposalWords::csv)
                .orElseThrow(() -> new NotFound("The facts do not suggest this proposal any more."));
    }

    private static String heading(Reflection found, ReaderTime time) {
        var moves = found.bandMoves();
        if (moves == 0) return "Nothing suggests a move of the bands";
        return "What was lost since " + time.day(found.from()) + " suggests " + (moves == 1 ? "one move" : moves + " moves");
    }

    private static String lede(Reflection found, ReaderTime time) {
        if (found.due() == null) return "Once an organisation is described, its bands are looked at again every quarter.";
        return "Losses and demand since %s beside the bands and targets that were agreed. Each proposal is accepted or left, with a note; until then nothing changes."
                .formatted(time.day(found.from()));
    }

    private static @Nullable Status due(Reflection found) {
        if (found.overdue()) return new Status("Overdue", Shape.TRIANGLE, Tone.CAUTION);
        return found.soon() ? new Status("Due soon", Shape.TRIANGLE, Tone.CAUTION) : null;
    }

    private static String dueWords(Reflection found, ReaderTime time) {
        var on = found.due();
        if (on == null) return "";
        return found.overdue()
                ? "It was due on " + time.day(on) + ". Targets and on-call levels rest on what was agreed before."
                : "It is due on " + time.day(on) + ", a quarter after the bands were last looked at.";
    }

    private static List<Figure> figures(Reflection found, Currency currency) {
        var incidents = found.incidents();
        return List.of(
                Figure.of("Lost", money(found.lost(), currency), "", "in " + Figures.count(incidents, "incident")),
                Figure.of("Beyond tolerance", "" + found.beyondTolerance(), "of " + incidents, "lasted longer than a week of their target allows"),
                Figure.of("Standby", found.standbyPerWeek().map(Figures::money).orElse("–"), found.standbyPerWeek().isPresent() ? "a week" : "",
                        found.standbyPerWeek().isPresent() ? "by the price list and the levels in force" : "no price list"),
                Figure.of("Proposals", "" + found.proposals().size(), found.proposals().size() == 1 ? "waits" : "wait",
                        found.answers().isEmpty() ? "none is answered yet" : found.answers().size() + " answered"));
    }

    private static ReflectionPage.Said said(Answer answer, Names names, ReaderTime time) {
        var accepted = answer.outcome() == Answer.Outcome.ACCEPTED;
        var status = accepted ? new Status("Accepted", Shape.CHECK, Tone.SAFE) : new Status("Left", Shape.RING, Tone.QUIET);
        return new ReflectionPage.Said(
                status, answer.sentence(), "%s by %s, %s".formatted(status.word(), names.of(answer.by()), time.moment(answer.at())), answer.note(),
                accepted ? null : answer.proposal());
    }

    private static ReflectionPage.Band band(Reflection.BandStanding it, Currency currency) {
        return new ReflectionPage.Band(
                it.band().level() + "\u202f%", "above " + money(it.above(), currency) + ", up to " + money(it.band().upTo(), currency), it.services(),
                money(it.exposure(), currency), it.incidents(), beyond(it.beyondTolerance()), money(it.lost(), currency),
                it.standbyPerWeek().map(Figures::money).orElse("–"));
    }

    private static ReflectionPage.Demand demand(Reflection.DemandStanding it) {
        var days = it.band().everyDays();
        return new ReflectionPage.Demand(
                it.band().name(), days == 1 ? "daily" : "every " + days + " days", it.services(),
                it.changed() == 0 ? "none" : Figures.count(it.changed(), "service"));
    }

    private static ReflectionPage.Loss loss(Standing it, Currency currency) {
        var losses = it.losses();
        return new ReflectionPage.Loss(
                it.service().value(), it.title(), it.level() == null ? "not assessed" : it.level() + "\u202f%",
                it.exposure() == null ? "–" : money(it.exposure(), currency), losses.incidents(), beyond(losses.beyondTolerance()),
                money(losses.lost(), currency), money(losses.protectedLoss(), currency));
    }

    private static List<Pair> facts(Reflection found, Currency currency, ReaderTime time) {
        var top = found.bands().isEmpty() ? "–" : money(found.bands().getLast().band().upTo(), currency);
        var above = found.standings().stream().filter(it -> it.cautions().contains(Caution.ABOVE_TOP_BAND)).map(it -> it.service().value()).toList();
        var unused = found.bands().stream().filter(it -> it.services() == 0).map(it -> it.band().level() + "\u202f%").collect(Collectors.joining(", "));
        var unassessed = found.standings().stream().filter(it -> it.level() == null).count();
        return List.of(
                Pair.of("Looks back to", time.day(found.from())),
                Pair.of("Falls due", Optional.ofNullable(found.due()).map(time::day).orElse("–")),
                Pair.to("Policy", "version " + found.policyVersion(), "/policy"),
                above("Above the top band of " + top, above),
                Pair.of("Bands nobody uses", unused.isEmpty() ? "none" : unused),
                unassessed == 0 ? Pair.of("Not assessed", "none") : Pair.to("Not assessed", Figures.count(unassessed, "service"), "/services?model=none"));
    }

    /** A few by name; many by their number, which leads to them. */
    private static Pair above(String label, List<String> services) {
        return services.size() > MOST_NAMED
                ? Pair.to(label, Figures.count(services.size(), "service"), "/operating-models?view=table&caution=" + Caution.ABOVE_TOP_BAND)
                : Pair.of(label, services.isEmpty() ? "none" : String.join(", ", services));
    }

    private List<Line> held(Names names, Currency currency, ReaderTime time) {
        return reflections.held(MOST_HELD).stream().map(it -> held(it, names, currency, time)).toList();
    }

    private static Line held(Review review, Names names, Currency currency, ReaderTime time) {
        var accepted = review.answers().stream().filter(it -> it.outcome() == Answer.Outcome.ACCEPTED).count();
        return Line.of(
                new Status("Held", Shape.CHECK, Tone.QUIET), time.day(review.heldAt()) + ", " + names.of(review.by()) + ": “" + review.note() + "”", null,
                accepted + " of " + review.answers().size() + " accepted, " + money(review.lost(), currency) + " lost");
    }

    private static String beyond(long incidents) {
        return incidents == 0 ? "–" : "" + incidents;
    }

    private static String money(BigDecimal amount, Currency currency) {
        return Figures.money(new Money(Objects.requireNonNull(amount), currency));
    }
}
