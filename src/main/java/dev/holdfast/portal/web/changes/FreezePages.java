package dev.holdfast.portal.web.changes;

import dev.holdfast.access.Viewer;
import dev.holdfast.changes.Evidence;
import dev.holdfast.changes.FreezePreview;
import dev.holdfast.changes.FreezeWindow;
import dev.holdfast.changes.Freezes;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.quantities.Period;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A freeze window with its preview: what the same one would have stopped four weeks ago, or at any time of the last 90 days. */
@Controller
class FreezePages {

    private static final Duration WEEKS = Duration.ofDays(28);
    private static final Duration BACK = Duration.ofDays(90);
    private static final int SHOWN = 50;

    private final Freezes freezes;
    private final FreezePreview preview;

    FreezePages(Freezes freezes, FreezePreview preview) {
        this.freezes = freezes;
        this.preview = preview;
    }

    @GetMapping("/freeze-windows/{name}")
    String one(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String name, @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to, Model model) {
        var window = freezes.find(name);
        var time = frame.time();
        try {
            var asked = from.isBlank() && to.isBlank() ? before(window.during(), time.now()) : new Period(time.instant(from.strip()), time.instant(to.strip()));
            model.addAttribute("page", page(window, asked, FormFaults.NONE, viewer, time));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            var faults = FormFaults.of("from", "Say from when to when; the end comes after the beginning.", Map.of());
            model.addAttribute("page", page(window, before(window.during(), time.now()), faults, viewer, time));
        }
        return "portal/freezeWindow";
    }

    /** The same days of the week, so many times four weeks before that they are over. */
    static Period before(Period during, Instant now) {
        var until = during.from().plus(during.length());
        var weeks = until.isAfter(now) ? Math.ceilDiv(Duration.between(now, until).toSeconds() + 1, WEEKS.toSeconds()) : 0;
        return new Period(during.from().minus(WEEKS.multipliedBy(weeks)), until.minus(WEEKS.multipliedBy(weeks)));
    }

    private FreezePage page(FreezeWindow window, Period asked, FormFaults faults, Viewer viewer, ReaderTime time) {
        var stopped = within(asked, time.now()).map(during -> preview.stopped(window.during(during), viewer)).orElse(List.of());
        var failed = stopped.stream().filter(each -> each.known().failure() != null).count();
        return new FreezePage(
                window.name(), ChangeWords.of(window, time), ChangeWords.sentence(window, time), facts(window, time), field(asked.from(), time),
                field(asked.from().plus(asked.length()), time),
                List.of(
                        Figure.of("It would have stopped", Figures.count(stopped.size()), stopped.size() == 1 ? "deployment" : "deployments",
                                time.full(asked.from()) + " to " + time.full(asked.from().plus(asked.length()))),
                        failed(failed, stopped.size())),
                stopped.stream().limit(SHOWN).map(each -> row(each, time)).toList(), Math.max(0, stopped.size() - SHOWN), faults);
    }

    private static Figure failed(long failed, int all) {
        var figure = Figure.of("Of them failed", Figures.count(failed), "of " + Figures.count(all), failed == 0 ? "none it would have spared" : "what it would have spared");
        return failed == 0 ? figure : figure.toned(Tone.LOSS);
    }

    private static Optional<Period> within(Period asked, Instant now) {
        return asked.cutTo(new Period(now.minus(BACK), now));
    }

    private static List<Pair> facts(FreezeWindow window, ReaderTime time) {
        return List.of(
                Pair.of("From", time.full(window.during().from())), Pair.of("Until", time.full(window.until())),
                Pair.of("Stops", ChangeWords.scope(window)),
                Pair.of("Into", window.environments().stream().sorted().collect(Collectors.joining(", "))),
                Pair.of("Because", window.reason() == null ? "–" : window.reason()));
    }

    private static FreezePage.Stopped row(Evidence evidence, ReaderTime time) {
        var deployment = evidence.deployment();
        return new FreezePage.Stopped(time.full(deployment.startedAt()), deployment.service().value(), deployment.version(), ChangeWords.of(evidence));
    }

    private static String field(Instant at, ReaderTime time) {
        return time.local(at).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
