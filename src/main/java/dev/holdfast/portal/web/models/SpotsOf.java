package dev.holdfast.portal.web.models;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.OperatingModel;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.ReaderTime;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The services that have a place on the chart, in the words that stand there. */
record SpotsOf(Asked asked, String chosen, ReaderTime time) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

    List<Spot> of(List<Placed> found, List<PeakAhead> peaks) {
        Map<ServiceName, PeakAhead> next = new HashMap<>();
        peaks.stream().filter(PeakAhead::raises).forEach(peak -> next.putIfAbsent(peak.service(), peak));
        return found.stream().filter(Placed::isPlaced).map(placed -> spot(placed, next.get(placed.service().name()))).toList();
    }

    private Spot spot(Placed placed, @Nullable PeakAhead peak) {
        return new Spot(
                placed.name(), Objects.requireNonNull(placed.level()), Objects.requireNonNull(placed.demand()).name(),
                placed.selected().operatingModel() == OperatingModel.YBYR ? "ybyr" : "ops", placed.perHour(),
                new Said(placed, asked),
                !placed.cautions().isEmpty() && !placed.isAnswered(), placed.name().equals(chosen), peak == null ? null : moves(placed, peak));
    }

    private record Said(Placed placed, Asked asked) implements Spot.Words {

        @Override
        public String money() {
            var money = placed.risk().perHour();
            return money == null ? "–" : Figures.tight(money);
        }

        @Override
        public String title() {
            var cautions = placed.cautions().isEmpty() ? "" : "; caution: " + ModelWords.cautions(placed.cautions(), placed);
            return "%s: %s an hour at risk, %s%s".formatted(placed.name(), placed.risk().shown(), placed.selected().operatingModel() == null ? ""
                    : placed.selected().operatingModel().title(), cautions);
        }

        @Override
        public String address() {
            return asked.without("cursor").with("service", placed.name()).address("/operating-models") + "#placed";
        }
    }

    private Spot.Moves moves(Placed placed, PeakAhead ahead) {
        var exposure = ahead.peak().exposure().perHour(placed.risk().currency());
        var words = days(ahead) + ", " + Figures.tight(exposure);
        return new Spot.Moves(Objects.requireNonNull(ahead.during().level()), exposure.amount().doubleValue(), words,
                "%s moves to %s: %s".formatted(placed.name(), ModelWords.level(ahead.during().level()), words));
    }

    /** The days that it touches: {@code 27–30 Nov}. */
    private String days(PeakAhead ahead) {
        var from = time.local(ahead.peak().during().from()).toLocalDate();
        var end = ahead.peak().during().to();
        if (end == null) return "from " + day(from);
        var to = time.local(end.minusMillis(1)).toLocalDate();
        if (from.equals(to)) return day(from);
        return from.getMonth() == to.getMonth() && from.getYear() == to.getYear() ? from.getDayOfMonth() + "–" + day(to) : day(from) + " – " + day(to);
    }

    private static String day(LocalDate day) {
        return DAY.format(day).replace("Sept", "Sep");
    }

    /** The sentence that stands for the drawing where it cannot be seen. */
    static String label(List<Placed> found) {
        var placed = found.stream().filter(Placed::isPlaced).toList();
        if (placed.isEmpty()) return "No service has a place by availability target and deployment target yet";
        var models = placed.stream().collect(Collectors.groupingBy(Placed::model, Collectors.counting()));
        var most = placed.getFirst();
        return "%s by availability target and deployment target: %d You Build It You Run It, %d Ops Run It. Most at risk: %s with %s an hour.".formatted(
                ModelWords.services(placed.size()), models.getOrDefault("ybyr", 0L), models.getOrDefault("ops", 0L), most.name(), most.risk().shown());
    }
}
