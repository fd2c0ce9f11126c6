package dev.holdfast.portal.web.home;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.oncall.Covering;
import dev.holdfast.paging.CallOrder;
import dev.holdfast.paging.CallStep;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who is called after the reader, or instead of them, for the service with the most at risk. */
@Component
class Successors {

    private static final int NAMED = 3;

    private final Coverage coverage;
    private final CallOrder order;

    Successors(Coverage coverage, CallOrder order) {
        this.coverage = coverage;
        this.order = order;
    }

    Tonight.After of(Mine mine, ReaderTime time) {
        var covering = mine.called().values().stream().findFirst().orElse(null);
        if (covering == null && !mine.services().isEmpty()) {
            var service = mine.services().getFirst().name();
            covering = coverage.of(List.of(service), time.now()).get(service);
        }
        return covering == null ? new Tonight.After("", List.of()) : after(covering, mine);
    }

    private Tonight.After after(Covering covering, Mine mine) {
        var names = new Names(mine.view());
        var steps = order.of(mine.view(), covering);
        if (steps.isEmpty()) return new Tonight.After("Nobody can be reached for " + covering.service() + ".", covering.explain());
        var first = steps.getFirst().people().contains(mine.person());
        var others = steps.stream().skip(first ? 1 : 0).limit(NAMED).toList();
        var said = new ArrayList<String>();
        for (var step : others) said.add(people(step, names) + (said.isEmpty() && !step.after().isZero() ? " after " + minutes(step.after()) : ""));
        var words = others.isEmpty() ? "Nobody is called after you." : (first ? "Then " : "For " + covering.service() + ": ") + String.join(", then ", said);
        return new Tonight.After(words, covering.explain());
    }

    private static String people(CallStep step, Names names) {
        return step.people().stream().map((PersonName person) -> names.of(person)).collect(Collectors.joining(" and "));
    }

    private static String minutes(Duration after) {
        return after.toSeconds() < 60 ? after.toSeconds() + " s" : after.toMinutes() + " min";
    }
}
