package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What moved, in the words and by the clock of the person who is told. */
final class MoveWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);
    private static final int MOST = 8;

    private final CatalogueView view;
    private final ZoneId zone;

    MoveWords(CatalogueView view, PersonName reader) {
        this.view = view;
        this.zone = view.person(reader).map(Person::zone).orElseGet(() -> view.calendar().zone());
    }

    String subject(List<MoveStore.Kept> moves) {
        var where = moves.stream().map(MoveStore.Kept::schedule).distinct().map(this::title).collect(Collectors.joining(" and "));
        return (moves.size() == 1 ? "A shift of yours has moved: " : moves.size() + " of your shifts have moved: ") + where;
    }

    String text(List<MoveStore.Kept> moves) {
        var lines = moves.stream().limit(MOST).map(this::line).collect(Collectors.joining("\n"));
        var more = moves.size() - MOST;
        return lines + (more > 0 ? "\nAnd " + more + " more." : "") + "\nChanged by " + name(moves.getFirst().by()) + ". Times are in " + zone + ".";
    }

    private String line(MoveStore.Kept kept) {
        var was = kept.move().was();
        var becomes = kept.move().becomes();
        var where = title(kept.schedule()) + ": ";
        if (was == null || becomes == null) {
            return where + (becomes == null ? "you are not on call any more " : "you are on call ") + period(Objects.requireNonNull(becomes == null ? was : becomes)) + ".";
        }
        return where + "was " + period(was) + ", becomes " + period(becomes) + ".";
    }

    String period(Period period) {
        return TIME.format(period.from().atZone(zone)) + " to " + TIME.format(period.from().plus(period.length()).atZone(zone));
    }

    String title(String schedule) {
        return view.document(SchedulePart.KIND, schedule).map(Document::title).orElse(schedule);
    }

    String name(String by) {
        return by.matches("[a-z0-9-]{1,63}") ? view.person(new PersonName(by)).map(Person::shown).orElse(by) : by;
    }
}
