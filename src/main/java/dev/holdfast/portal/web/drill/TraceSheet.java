package dev.holdfast.portal.web.drill;

import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.drill.Chain;
import dev.holdfast.drill.Drill;
import dev.holdfast.drill.LabelText;
import dev.holdfast.drill.Moment;
import dev.holdfast.drill.Step;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.quantities.Because;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page that follows one alert link by link. */
@Component
class TraceSheet {

    private final Drill drill;
    private final LabelText labels;
    private final DrillSheet sheet;
    private final Documents documents;

    TraceSheet(Drill drill, LabelText labels, DrillSheet sheet, Documents documents) {
        this.documents = documents;
        this.drill = drill;
        this.labels = labels;
        this.sheet = sheet;
    }

    TracePage page(Map<String, String> asked, ReaderTime time) {
        var tried = new DrillSheet.Tried(
                asked.getOrDefault("integration", ""), asked.getOrDefault("labels", ""),
                Moment.of(asked.getOrDefault("moment", "")).orElse(Moment.NOW), asked.getOrDefault("at", ""));
        if (tried.integration().isBlank()) return new TracePage(null, sheet.form(Optional.of(tried), null));
        try {
            var chain = drill.trace(
                    new IntegrationName(tried.integration()), labels.read(tried.labels()), tried.moment(), at(tried.at(), time));
            return new TracePage(outcome(chain, time, new Names(documents.at(time.now()))), sheet.form(Optional.of(tried), null));
        } catch (Unprocessable refused) {
            return new TracePage(null, sheet.form(Optional.of(tried), refused.faults().getFirst().message()));
        } catch (NotFound unknown) {
            return new TracePage(null, sheet.form(Optional.of(tried), String.valueOf(unknown.getMessage())));
        }
    }

    /** As the browser's field writes it, by the reader's clock, or as programs do. */
    private static @Nullable Instant at(String text, ReaderTime time) {
        if (text.isBlank()) return null;
        try {
            return text.endsWith("Z") ? Instant.parse(text) : time.instant(text);
        } catch (DateTimeException malformed) {
            throw Unprocessable.of("at", "MALFORMED", "Give day and time as 2026-11-22T03:00.");
        }
    }

    private static TracePage.Outcome outcome(Chain chain, ReaderTime time, Names names) {
        var broken = chain.broken();
        return new TracePage.Outcome(
                heading(chain, names), lede(chain, time), DrillWords.status(chain.verdict(), broken != null),
                chain.steps().stream().map(step -> link(chain, step)).toList(),
                List.of(Because.of("ROUTED", chain.way().route().why() + ".")),
                chain.atRisk() == null ? "" : Figures.money(chain.atRisk()) + " an hour at risk.");
    }

    private static String heading(Chain chain, Names names) {
        var people = chain.people().isEmpty() ? "Nobody" : names.of(chain.people().getFirst());
        return switch (chain.verdict()) {
            case NOBODY, DRY_RUN -> "Nobody would be called";
            case WAITS -> people + " would be called when work begins";
            case FALLBACK -> people + " of the fallback would be called";
            case REACHED -> people + " would be called";
        };
    }

    private static String lede(Chain chain, ReaderTime time) {
        var broken = chain.broken();
        var waits = chain.waitsUntil() == null ? "" : " It waits until " + time.full(chain.waitsUntil()) + ".";
        return "At " + time.full(chain.at()) + "." + waits + " " + (broken == null ? "No link is broken." : broken.sentence());
    }

    private static TracePage.Link link(Chain chain, Step step) {
        var broken = step.broken();
        var service = chain.service() == null ? null : chain.service().value();
        var team = chain.team() == null ? null : chain.team().value();
        return new TracePage.Link(
                step.link(), step.found(), address(chain, step, service),
                broken == null ? new Status("holds", Shape.CHECK, Tone.SAFE) : new Status(broken.what().words(), Shape.TRIANGLE, Tone.LOSS),
                broken == null ? null : broken.sentence(),
                broken == null ? null : Mending.address(broken.what(), chain.way().integration().value(), service, team));
    }

    private static @Nullable String address(Chain chain, Step step, @Nullable String service) {
        if (step.link().equals("Owner") && chain.team() != null && step.broken() == null) return "/teams/" + chain.team();
        return step.link().equals("Service") && service != null ? "/services/" + service : null;
    }
}
