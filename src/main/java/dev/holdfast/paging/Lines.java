package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Tier;
import dev.holdfast.oncall.CoverStatus;
import dev.holdfast.oncall.Covering;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who stands behind whom at an instant: the lines of fixed steps, then a chain of which each step takes one person. */
record Lines(List<Line> fixed, List<PersonName> chain) {

    Lines {
        fixed = List.copyOf(fixed);
        chain = List.copyOf(chain);
    }

    /** A step with a name of its own: who covers now, the next participant, a tier of operations. */
    record Line(String name, @Nullable String tier, @Nullable String schedule, List<PersonName> people) {

        Line {
            people = List.copyOf(people);
        }

        Line of(List<PersonName> others) {
            return new Line(name, tier, schedule, others);
        }
    }

    /** Operations answer tier by tier; a gap by its chain alone; of a suppressed service, those who answer later. */
    static Lines of(Covering covering) {
        if (covering.status() == CoverStatus.FALLBACK) {
            return new Lines(List.of(), together(covering.people(), covering.fallback()));
        }
        if (!covering.tiers().isEmpty()) {
            return new Lines(tiers(covering.tiers()), covering.fallback());
        }
        var next = covering.next();
        return covered(
                new Line("who is on call", null, covering.schedule(), covering.people()),
                next == null ? null : new Line("the next participant", null, next.schedule(), List.of(next.person())),
                covering.fallback());
    }

    /** Tiers that are called together make one step, which waits as long as the later of them. */
    private static List<Line> tiers(List<Covering.TierCover> covers) {
        var lines = new ArrayList<Line>();
        for (var it : covers) {
            var tier = it.tier().name();
            if (it.together() && !lines.isEmpty()) {
                var before = lines.removeLast();
                var schedule = before.schedule() == null ? it.schedule() : before.schedule();
                lines.add(new Line(before.name() + " and " + tier, tier, schedule, together(before.people(), it.people())));
            } else {
                lines.add(new Line("tier " + tier, tier, it.schedule(), it.people()));
            }
        }
        return lines;
    }

    /** The step in which a tier is called; 0 where it has nobody. */
    int stepOf(Tier tier) {
        for (var index = 0; index < fixed.size(); index++) {
            var line = fixed.get(index);
            if (tier.name().equals(line.tier()) && !line.people().isEmpty()) return index + 1;
        }
        return 0;
    }

    /** Who covers now, then the next participant. Who covers by the second step and was not called yet comes before. */
    static Lines covered(Line covering, @Nullable Line next, List<PersonName> chain) {
        var second = new LinkedHashSet<>(covering.people());
        if (next != null) {
            second.addAll(next.people());
        }
        var schedule = next == null ? covering.schedule() : next.schedule();
        return new Lines(List.of(covering, new Line("the next participant", null, schedule, List.copyOf(second))), chain);
    }

    Set<PersonName> everybody() {
        var everybody = new LinkedHashSet<>(chain);
        fixed.forEach(line -> everybody.addAll(line.people()));
        return everybody;
    }

    /** Whom a step may call, without those who had their turn in this round; empty when the round is over. */
    Optional<Line> at(int step, Set<PersonName> hadTheirTurn) {
        if (step > fixed.size()) {
            return without(chain, hadTheirTurn).stream()
                    .findFirst()
                    .map(person -> new Line("the fallback chain", null, null, List.of(person)));
        }
        var line = fixed.get(step - 1);
        return Optional.of(line.of(without(line.people(), hadTheirTurn)));
    }

    private static List<PersonName> together(List<PersonName> some, List<PersonName> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private static List<PersonName> without(Collection<PersonName> people, Set<PersonName> some) {
        var left = new ArrayList<>(new LinkedHashSet<>(people));
        left.removeAll(some);
        return left;
    }
}
