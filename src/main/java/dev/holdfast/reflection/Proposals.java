package dev.holdfast.reflection;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.keys.Sha256;
import dev.holdfast.quantities.Because;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the losses since the last reflection suggest of the bands (S8). Each moves one bound, so that each can be tried alone. */
final class Proposals {

    private static final long AGAIN_AND_AGAIN = 2;
    private static final int LONGEST_NAMES = 200;
    private static final int DIGEST = 32;

    private final List<Bound> bands;
    private final List<Standing> assessed;
    private final List<Standing> all;
    private final UnaryOperator<String> money;

    private Proposals(List<Bound> bands, List<Standing> standings, UnaryOperator<String> money) {
        this.bands = bands;
        this.all = standings;
        this.money = money;
        this.assessed = standings.stream()
                .filter(Standing::isAssessed)
                .sorted(Comparator.comparing((Standing it) -> exposure(it)).thenComparing(Standing::service))
                .toList();
    }

    /** @param money writes an amount, given as a plain decimal, for people */
    static List<Proposal> of(List<Bound> bands, List<Standing> standings, UnaryOperator<String> money) {
        return new Proposals(bands, standings, money).all();
    }

    private List<Proposal> all() {
        var proposals = new ArrayList<Proposal>();
        raiseTop(proposals);
        for (int band = 0; band < bands.size(); band++) {
            var inside = inside(band);
            if (inside.isEmpty()) {
                remove(band, proposals);
            } else {
                lower(band, inside, proposals);
                raise(band, inside, proposals);
            }
        }
        assessAgain(proposals);
        assess(proposals);
        return List.copyOf(proposals);
    }

    private void raiseTop(List<Proposal> proposals) {
        var top = bands.getLast();
        var above = assessed.stream().filter(it -> exposure(it).compareTo(top.upTo()) > 0).toList();
        if (above.isEmpty()) return;
        var highest = exposure(above.getLast());
        var bound = Rounding.up(highest);
        proposals.add(new Proposal(
                "RAISE_TOP_BOUND:" + names(above), Proposal.Code.RAISE_TOP_BOUND,
                "Raise the bound of %s to %s.".formatted(top.level(), shown(bound)),
                above.stream().map(it -> Because.of("ABOVE_TOP_BAND", "%s is worth %s an hour where the bands end at %s."
                        .formatted(it.service(), shown(exposure(it)), shown(top.upTo())))).toList(),
                with(bands.size() - 1, bound), services(above)));
    }

    private void remove(int band, List<Proposal> proposals) {
        if (bands.size() == 1 || all.stream().anyMatch(it -> it.highest() != null && bandOf(it.highest()) == band)) return;
        var without = new ArrayList<>(bands);
        without.remove(band);
        var unused = bands.get(band);
        proposals.add(new Proposal(
                "REMOVE_BAND:" + unused.level(), Proposal.Code.REMOVE_BAND, "Remove the band of %s.".formatted(unused.level()),
                List.of(Because.of("UNUSED_BAND", "No live service is worth between %s and %s an hour, not even at a peak."
                        .formatted(shown(band == 0 ? BigDecimal.ZERO : bands.get(band - 1).upTo()), shown(unused.upTo())))),
                without, List.of()));
    }

    /** The services at the top of a band that were restored too late come under the stricter level above it. */
    private void lower(int band, List<Standing> inside, List<Proposal> proposals) {
        if (band == bands.size() - 1) return;
        var late = inside.stream().filter(it -> it.losses().beyondTolerance() >= AGAIN_AND_AGAIN).toList();
        if (late.isEmpty()) return;
        var worth = exposure(late.getFirst());
        var cheaper = inside.stream().filter(it -> exposure(it).compareTo(worth) < 0).toList();
        if (cheaper.isEmpty()) return;
        var first = cheaper.size();
        var bound = Rounding.between(exposure(cheaper.getLast()), worth);
        proposals.add(new Proposal(
                "LOWER_BOUND:" + bands.get(band).level() + ":" + names(late), Proposal.Code.LOWER_BOUND,
                "Lower the bound of %s to %s.".formatted(bands.get(band).level(), shown(bound)),
                late.stream().map(it -> Because.of("BEYOND_TOLERANCE", "%s lasted longer than %s tolerates in %d of %d incidents, and lost %s."
                        .formatted(it.service(), it.level(), it.losses().beyondTolerance(), it.losses().incidents(), shown(it.losses().lost())))).toList(),
                with(band, bound), services(inside.subList(first, inside.size()))));
    }

    /** The smallest services of a band that lost nothing come under the cheaper level beneath it. */
    private void raise(int band, List<Standing> inside, List<Proposal> proposals) {
        if (band == 0) return;
        var quiet = inside.stream().takeWhile(it -> it.losses().incidents() == 0 && isPaidFor(it)).toList();
        if (quiet.isEmpty() || quiet.size() == inside.size()) return;
        var next = exposure(inside.get(quiet.size()));
        if (exposure(quiet.getLast()).compareTo(next) == 0) return;
        var bound = Rounding.between(exposure(quiet.getLast()), next);
        proposals.add(new Proposal(
                "RAISE_BOUND:" + bands.get(band - 1).level() + ":" + names(quiet), Proposal.Code.RAISE_BOUND,
                "Raise the bound of %s to %s.".formatted(bands.get(band - 1).level(), shown(bound)),
                quiet.stream().map(it -> Because.of("NOTHING_LOST", "%s lost nothing, and somebody stands by for it out of hours."
                        .formatted(it.service()))).toList(),
                with(band - 1, bound), services(quiet)));
    }

    private void assessAgain(List<Proposal> proposals) {
        all.stream().filter(Standing::lostMoreThanItCould).forEach(it -> proposals.add(new Proposal(
                "ASSESS_AGAIN:" + it.service(), Proposal.Code.ASSESS_AGAIN, "Assess %s again.".formatted(it.service()),
                List.of(Because.of("LOST_MORE", "Its incidents lost %s, more than %s an hour allows."
                        .formatted(shown(it.losses().lost()), shown(Objects.requireNonNull(it.highest()))))),
                List.of(), List.of(it.service()))));
    }

    private void assess(List<Proposal> proposals) {
        var open = all.stream().filter(it -> !it.isAssessed()).toList();
        if (open.isEmpty()) return;
        proposals.add(new Proposal(
                "ASSESS", Proposal.Code.ASSESS,
                open.size() == 1 ? "Assess " + open.getFirst().service() + "." : "Assess the %d services of which nothing is known.".formatted(open.size()),
                List.of(new Because("UNASSESSED", "%d of %d live services say neither what their failure costs nor how often they should change, so their teams are called at every hour."
                        .formatted(open.size(), all.size()), Map.of("unassessed", open.size(), "services", all.size()))),
                List.of(), services(open)));
    }

    private static boolean isPaidFor(Standing standing) {
        return standing.standbyPerWeek() != null && !standing.standbyPerWeek().isZero();
    }

    private List<Standing> inside(int band) {
        return assessed.stream()
                .filter(it -> bandOf(exposure(it)) == band && exposure(it).compareTo(bands.getLast().upTo()) <= 0)
                .toList();
    }

    private int bandOf(BigDecimal exposure) {
        for (int band = 0; band < bands.size(); band++) {
            if (exposure.compareTo(bands.get(band).upTo()) <= 0) return band;
        }
        return bands.size() - 1;
    }

    private List<Bound> with(int band, BigDecimal upTo) {
        var moved = new ArrayList<>(bands);
        moved.set(band, new Bound(upTo, bands.get(band).level()));
        return moved;
    }

    private String shown(BigDecimal amount) {
        return money.apply(amount.toPlainString());
    }

    private static BigDecimal exposure(Standing standing) {
        return Objects.requireNonNull(standing.exposure());
    }

    private static List<ServiceName> services(List<Standing> standings) {
        return standings.stream().map(Standing::service).toList();
    }

    /** What a key says of the services that it is about: their names, or of many a digest, since keys are in addresses and indexed. */
    static String names(List<Standing> standings) {
        var names = standings.stream().map(it -> it.service().value()).sorted().collect(Collectors.joining("+"));
        return names.length() <= LONGEST_NAMES ? names : Sha256.hex(names).substring(0, DIGEST);
    }
}
