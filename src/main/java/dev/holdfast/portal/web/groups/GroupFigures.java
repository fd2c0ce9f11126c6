package dev.holdfast.portal.web.groups;

import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.quantities.Money;
import java.util.List;
import java.util.Objects;

/** The figures that teams and domains have in common. */
final class GroupFigures {

    private GroupFigures() {}

    static Figure atRisk(Owned services) {
        var under = services.unassessed() == 0 ? Figures.count(services.count(), "service")
                : services.unassessed() + " of " + Figures.count(services.count(), "service") + " not assessed";
        var together = services.together();
        var figure = Figure.of("At risk", together == null ? "not known" : Figures.money(together), together == null ? "" : "an hour", under);
        return services.unassessed() == 0 ? figure : figure.toned(Tone.CAUTION);
    }

    static Figure open(Owned services) {
        var open = services.open();
        if (open.isEmpty()) return Figure.of("Open incidents", "none", "", "Nothing is wrong");
        var losing = open.stream().map(picture -> picture.cost().ratePerHour()).filter(Objects::nonNull).reduce(Money::plus);
        var under = losing.map(money -> Figures.money(money) + " an hour being lost").orElse("what it costs is not known");
        return Figure.of("Open incidents", String.valueOf(open.size()), "", under).toned(Tone.LOSS);
    }

    static Figure gap(List<OnCallNow> now, TwoWeeks.Drawn drawn, ReaderTime time) {
        var label = "Next gap";
        if (now.isEmpty()) return Figure.of(label, "no schedule", "", "Until there is one, the fallback is called").toned(Tone.CAUTION);
        return drawn.nextGap()
                .map(gap -> Figure.of(label, gap.from().isAfter(time.now()) ? time.full(gap.from()) : "now", "",
                                Figures.words(gap.length()) + ", " + GroupWords.title(gap.schedule()))
                        .toned(Tone.LOSS))
                .orElseGet(() -> Figure.of(label, "none", "", "in these two weeks"));
    }
}
