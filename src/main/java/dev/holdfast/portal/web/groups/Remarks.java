package dev.holdfast.portal.web.groups;

import dev.holdfast.oncall.Check;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The checks of who is on call, in words. */
final class Remarks {

    private static final Set<Check.Code> COSTLY = Set.of(Check.Code.GAP, Check.Code.UNREACHABLE, Check.Code.NO_CONFIRMED_DOMAIN_SCHEDULE);

    private Remarks() {}

    static List<Remark> of(List<Check> checks, Names names, ReaderTime time) {
        return checks.stream().map(check -> of(check, names, time)).toList();
    }

    private static Remark of(Check check, Names names, ReaderTime time) {
        var costly = COSTLY.contains(check.code());
        var words = new ArrayList<String>();
        if (check.schedule() != null) words.add(check.schedule() + ".");
        if (check.from() != null) words.add("From " + time.full(check.from()) + lasting(check) + ".");
        if (!check.people().isEmpty()) words.add(check.people().stream().map(names::of).collect(Collectors.joining(", ")) + ".");
        words.add(check.mend());
        return new Remark(
                new Status(costly ? "costs" : "look", costly ? Shape.DIAMOND : Shape.TRIANGLE, costly ? Tone.LOSS : Tone.CAUTION), text(check, names),
                String.join(" ", words));
    }

    /** A sentence that begins with a person's name as machines write it begins with the name that people say. */
    private static String text(Check check, Names names) {
        return check.people().stream()
                .filter(person -> check.text().startsWith(person + " "))
                .findFirst()
                .map(person -> names.of(person) + check.text().substring(person.value().length()))
                .orElse(check.text());
    }

    private static String lasting(Check check) {
        if (check.from() == null || check.to() == null) return "";
        var length = Duration.between(check.from(), check.to());
        return length.toHours() < 1 ? "" : ", for " + Figures.words(length);
    }
}
