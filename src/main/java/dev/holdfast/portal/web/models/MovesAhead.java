package dev.holdfast.portal.web.models;

import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.models.ModelsPage.Move;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What peaks will move by themselves, edge by edge: up when it begins or is led in, down when it is over. */
record MovesAhead(List<Placed> found, Currency currency, ReaderTime time) {

    private static final int EDGES = 6;
    private static final int NAMED = 3;

    List<Move> of(List<PeakAhead> peaks) {
        var edges = new TreeMap<Edge, List<PeakAhead>>();
        for (var peak : peaks) {
            add(edges, new Edge(peak.raisedFrom(), true, peak.peak().name()), peak);
            var to = peak.peak().during().to();
            if (to != null) add(edges, new Edge(to, false, ""), peak);
        }
        return edges.entrySet().stream().limit(EDGES).map(each -> move(each.getKey(), each.getValue())).toList();
    }

    private record Edge(Instant at, boolean up, String peak) implements Comparable<Edge> {

        @Override
        public int compareTo(Edge other) {
            var byTime = at.compareTo(other.at);
            if (byTime != 0) return byTime;
            return up == other.up ? peak.compareTo(other.peak) : Boolean.compare(up, other.up);
        }
    }

    private void add(TreeMap<Edge, List<PeakAhead>> edges, Edge edge, PeakAhead peak) {
        if (edge.at().isAfter(time.now())) edges.computeIfAbsent(edge, unseen -> new ArrayList<>()).add(peak);
    }

    private Move move(Edge edge, List<PeakAhead> peaks) {
        var sentences = new ArrayList<String>();
        peaks.stream().sorted(Comparator.comparing(PeakAhead::raises).reversed()).limit(NAMED).forEach(peak -> sentences.add(edge.up() ? up(peak) : down(peak)));
        var more = all(edge) - Math.min(NAMED, peaks.size());
        if (more > 0) sentences.add("And " + ModelWords.services(more) + " more.");
        return new Move(edge.up(), time.full(edge.at()) + (edge.up() ? " · " + edge.peak() + led(peaks.getFirst()) : ""), sentences);
    }

    /** Of all services, also those of which nothing more is asked. */
    private long all(Edge edge) {
        return found.stream().flatMap(placed -> placed.assessment().peaks().stream())
                .filter(peak -> edge.up() ? edge.peak().equals(peak.name()) && edge.at().equals(peak.during().from().minus(peak.leadIn()))
                        : edge.at().equals(peak.during().to()))
                .count();
    }

    private static String led(PeakAhead peak) {
        return peak.peak().leadIn().isZero() ? "" : ", led in";
    }

    private String up(PeakAhead peak) {
        var name = peak.service().value();
        var called = peak.changesCalled() ? " " + instead(peak) : "";
        if (!peak.raises()) {
            var stays = name + " stays at " + ModelWords.level(peak.during().level());
            return stays + (peak.changesCalled() ? "." + called : ", with " + peakMoney(peak) + " an hour at risk.");
        }
        var level = peak.during().level();
        return name + " to " + ModelWords.level(level) + (level == null ? "" : ", " + Tolerances.clock(level) + " a week") + "." + called;
    }

    private String peakMoney(PeakAhead peak) {
        return Bands.money(peak.peak().exposure().perHour(), currency);
    }

    private static String instead(PeakAhead peak) {
        return capital(who(peak.during().onCall().outOfHours())) + " called out of hours instead of " + plain(peak.before().onCall().outOfHours()) + ".";
    }

    private static String down(PeakAhead peak) {
        var called = peak.after().onCall().equals(peak.during().onCall()) ? "" : " and " + plain(peak.after().onCall().outOfHours());
        return peak.service() + " back to " + ModelWords.level(peak.after().level()) + called + ", by itself.";
    }

    private static String who(OnCallLevel level) {
        return switch (level) {
            case NONE -> "nobody is";
            case TEAM -> "its own team is";
            case DOMAIN -> "the domain is";
            case OPERATIONS -> "operations are";
        };
    }

    private static String plain(OnCallLevel level) {
        return switch (level) {
            case NONE -> "nobody";
            case TEAM -> "its own team";
            case DOMAIN -> "the domain";
            case OPERATIONS -> "operations";
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
