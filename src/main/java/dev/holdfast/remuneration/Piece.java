package dev.holdfast.remuneration;

import dev.holdfast.catalogue.PersonName;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A stretch of standby in one month at one worth, borne by the same. */
record Piece(Instant from, Instant to, As as) {

    /**
     * @param beside other schedules by which the person is on call at that time, for which they are not paid again
     */
    record As(
            YearMonth month, String schedule, PersonName person, @Nullable PersonName insteadOf, DayClass dayClass,
            Pay pay, @Nullable Turn turn, List<Share> shares, List<String> beside) {

        As {
            shares = List.copyOf(shares);
            beside = List.copyOf(beside);
        }

        As beside(List<String> others) {
            return new As(month, schedule, person, insteadOf, dayClass, pay, turn, shares, others);
        }
    }

    boolean goesOnAt(Instant at) {
        return !from.isAfter(at) && at.isBefore(to);
    }

    /** What is over and what is ahead at an instant are apart. */
    Stream<Piece> cutAt(Instant at) {
        return from.isBefore(at) && at.isBefore(to) ? Stream.of(new Piece(from, at, as), new Piece(at, to, as)) : Stream.of(this);
    }

    Duration length() {
        return Duration.between(from, to);
    }

    /** Neighbours that are alike are one. They ascend. */
    static List<Piece> joined(List<Piece> pieces) {
        var joined = new ArrayList<Piece>(pieces.size());
        for (var piece : pieces) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.to.equals(piece.from) && last.as.equals(piece.as)) {
                joined.set(joined.size() - 1, new Piece(last.from, piece.to, last.as));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }
}
