package dev.holdfast.portal.web.models;

import dev.holdfast.operatingmodel.Policy;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.models.ModelsPage.CautionLine;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to think about beside the placements: those that nobody has answered come first. */
record Cautions(Policy policy, Names names, ReaderTime time) {

    private static final int SHOWN = 8;

    List<CautionLine> lines(List<Placed> found) {
        return found.stream()
                .filter(placed -> !placed.cautions().isEmpty())
                .sorted(Comparator.comparing(Placed::isAnswered))
                .limit(SHOWN)
                .map(this::line)
                .toList();
    }

    static long open(List<Placed> found) {
        return found.stream().filter(placed -> !placed.cautions().isEmpty() && !placed.isAnswered()).count();
    }

    static @Nullable String more(List<Placed> found, Asked asked) {
        var all = found.stream().filter(placed -> !placed.cautions().isEmpty()).count();
        return all <= SHOWN ? null : asked.without("service", "cursor").with("view", "table").with("caution", "any").address("/operating-models");
    }

    private CautionLine line(Placed placed) {
        return new CautionLine(placed.name(), ModelWords.cautions(placed.cautions(), placed), ModelWords.advice(placed.cautions(), placed, policy),
                "/operating-models/" + placed.name() + "#decide", placed.isAnswered() ? answered(placed) : null);
    }

    private String answered(Placed placed) {
        var latest = placed.latest();
        return latest == null ? "" : "Answered by %s, %s: “%s”".formatted(names.of(latest.by()), time.day(latest.at()), latest.reason());
    }
}
