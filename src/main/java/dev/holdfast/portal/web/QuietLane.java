package dev.holdfast.portal.web;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Selected;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The hours in which nobody is called by choice: a row of the ribbon for the services whose target allows it. */
final class QuietLane {

    private QuietLane() {}

    static List<Ribbon.Course> of(CatalogueView view, Map<ServiceName, Selected> selected, LocalDate first, int days, ReaderTime time) {
        var waiting = selected.values().stream().filter(it -> it.onCall().outOfHours() == OnCallLevel.NONE).count();
        if (waiting == 0) return List.of();
        var calendar = view.calendar();
        var stretches = new ArrayList<Ribbon.Stretch>();
        var from = first.atStartOfDay(time.zone()).toInstant();
        var end = first.plusDays(days).atStartOfDay(time.zone()).toInstant();
        while (from.isBefore(end)) {
            var edge = calendar.nextEdge(from);
            var to = edge.isAfter(from) && edge.isBefore(end) ? edge : end;
            if (!calendar.isWorking(from)) stretches.add(new Ribbon.Stretch(from, to, Ribbon.Kind.QUIET, "", "callouts wait"));
            from = to;
        }
        return List.of(new Ribbon.Course("By choice", "Nobody is woken", Figures.count(waiting, "service"), stretches));
    }
}
