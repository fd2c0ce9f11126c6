package dev.holdfast.portal.web;

import dev.holdfast.incidents.Picture;
import dev.holdfast.incidents.Totals;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What all incidents that are asked for come to, in words and figures. */
final class IncidentTotals {

    private static final BigDecimal LONG = BigDecimal.valueOf(100_000_000);

    private final Totals totals;
    private final Currency currency;
    private final List<Picture> open;

    /** @param open those of them that are shown */
    IncidentTotals(Totals totals, Currency currency, List<Picture> open) {
        this.totals = totals;
        this.currency = currency;
        this.open = open;
    }

    Totals totals() {
        return totals;
    }

    String heading(IncidentsAsked asked) {
        if (asked.state().equals("resolved")) return totals.resolved() == 0 ? "Nothing was resolved here" : Figures.count(totals.resolved(), "incident") + " resolved";
        if (totals.open() == 0) return "Nothing is wrong";
        return totals.open() == 1 ? "One incident is open" : Figures.count(totals.open(), "incident") + " are open";
    }

    /** What all that is open costs together. */
    String lede(IncidentsAsked asked) {
        if (asked.state().equals("resolved") || asked.cursor() != null) return "";
        if (totals.open() == 0) return asked.narrows() ? "No open incident is in this view." : "No money is being lost.";
        var together = sum(open.stream().map(it -> it.cost().ratePerHour()).toList());
        if (together == null || together.isZero()) return "None of them loses money that is known.";
        var more = totals.open() > open.size() ? "at least " : "";
        return more + Figures.money(together) + " an hour " + (totals.open() == 1 ? "is" : "are together") + " being lost.";
    }

    List<Figure> figures() {
        return List.of(openNow(), lost(), kept(), count());
    }

    private Figure openNow() {
        var nobody = open.stream().filter(it -> !IncidentWords.isAnswered(it)).count();
        var under = totals.open() == 0 ? "" : nobody == 0 ? "somebody has each of them" : nobody + " of them nobody has yet";
        var figure = Figure.of("Open now", Figures.count(totals.open()), "", under);
        return nobody > 0 ? figure.toned(Tone.LOSS) : figure;
    }

    private Figure lost() {
        var running = sum(open.stream().map(it -> it.cost().soFar()).toList());
        var all = money(totals.lost());
        if (running != null) all = all.plus(running);
        var unknown = totals.unreckoned() == 0 ? "" : Figures.count(totals.unreckoned(), "incident") + " not assessed";
        var under = running == null ? unknown : Figures.money(running) + " of it in what is open";
        return Figure.of("Lost", totals.count() == 0 ? "–" : brief(all), "", under);
    }

    private Figure kept() {
        if (totals.atTolerable().signum() == 0) return Figure.of("Protected", "–", "", "nothing that is over had a target");
        var share = totals.protectedLoss().divide(totals.atTolerable(), 4, RoundingMode.HALF_UP);
        return Figure.of("Protected", brief(money(totals.protectedLoss())), Figures.percent(share),
                "of " + brief(money(totals.atTolerable())) + " at the tolerance");
    }

    private Figure count() {
        var under = totals.major() == 0 ? "none of them major" : Figures.count(totals.major()) + " of them major";
        return Figure.of("Incidents", Figures.count(totals.count()), "", totals.count() == 0 ? "" : under);
    }

    /** What is beyond a hundred millions is said in them: no figure is wider than its place. */
    private static String brief(Money money) {
        return money.amount().compareTo(LONG) < 0 ? Figures.money(money) : Figures.tight(money);
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, currency);
    }

    private static @Nullable Money sum(List<@Nullable Money> amounts) {
        return amounts.stream().filter(Objects::nonNull).map(Objects::requireNonNull).reduce(Money::plus).orElse(null);
    }
}
