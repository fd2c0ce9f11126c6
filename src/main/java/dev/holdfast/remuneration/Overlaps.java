package dev.holdfast.remuneration;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who is on call by several schedules at once is paid once, at the higher rate; of equal ones by the schedule's name. */
final class Overlaps {

    private static final Comparator<Piece> BETTER = Comparator.comparing((Piece piece) -> piece.as().pay().anHour())
            .reversed()
            .thenComparing(piece -> piece.as().schedule());

    private Overlaps() {}

    static List<Piece> paidOnce(List<Piece> pieces) {
        var byPerson = pieces.stream()
                .collect(Collectors.groupingBy(piece -> piece.as().person(), TreeMap<PersonName, List<Piece>>::new, Collectors.toList()));
        return byPerson.values().stream().flatMap(each -> Piece.joined(ofOne(each)).stream()).toList();
    }

    private static List<Piece> ofOne(List<Piece> pieces) {
        var sorted = pieces.stream().sorted(Comparator.comparing(Piece::from)).toList();
        var paid = new ArrayList<Piece>();
        for (var index = 0; index < sorted.size(); ) {
            var cluster = new ArrayList<Piece>();
            var end = sorted.get(index).to();
            while (index < sorted.size() && (cluster.isEmpty() || sorted.get(index).from().isBefore(end))) {
                var piece = sorted.get(index++);
                cluster.add(piece);
                end = piece.to().isAfter(end) ? piece.to() : end;
            }
            paid.addAll(cluster.size() == 1 ? cluster : best(cluster));
        }
        return paid;
    }

    private static List<Piece> best(List<Piece> cluster) {
        var edges = new TreeSet<Instant>();
        cluster.forEach(piece -> edges.addAll(List.of(piece.from(), piece.to())));
        var best = new ArrayList<Piece>();
        for (var from : edges.headSet(edges.last())) {
            var there = cluster.stream().filter(piece -> !piece.from().isAfter(from) && from.isBefore(piece.to())).sorted(BETTER).toList();
            if (there.isEmpty()) continue;
            var first = there.getFirst();
            var others = there.stream().skip(1).map(piece -> piece.as().schedule()).distinct().sorted().toList();
            var to = edges.higher(from);
            best.add(new Piece(from, to == null ? first.to() : to, first.as().beside(others)));
        }
        return best;
    }
}
