package dev.holdfast.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a service needs, at its right, and what needs it, at its left: lines hard or softened. */
public record DependencyWeb(String label, String height, Node self, List<Node> users, List<Node> needs, String more) {

    private static final double ROW = 2.875;
    private static final double BOX = 2.5;
    private static final int SHOWN = 6;

    /** A thing in the web and the line to it. */
    public record Node(String y, String lineY, String name, String second, String look, String line, String address) {}

    /** What is drawn of a neighbour. */
    public record Neighbour(String name, String how, String second, boolean hot, boolean thirdParty) {

        public boolean hard() {
            return how.equals("hard");
        }
    }

    public static DependencyWeb of(String service, String second, boolean down, List<Neighbour> users, List<Neighbour> needs) {
        var rows = Math.clamp(Math.max(users.size(), needs.size()), 1, SHOWN);
        var height = rows * ROW;
        var middle = height / 2;
        var self = new Node(rem(middle - BOX / 2), rem(middle), service, second, down ? "me hot" : "me", "", "/services/" + service);
        return new DependencyWeb(label(service, users, needs), rem(height), self,
                nodes(users, height), nodes(needs, height), more(users, needs));
    }

    public boolean alone() {
        return users.isEmpty() && needs.isEmpty();
    }

    private static List<Node> nodes(List<Neighbour> neighbours, double height) {
        var shown = neighbours.stream().limit(SHOWN).toList();
        var nodes = new ArrayList<Node>();
        var top = (height - shown.size() * ROW) / 2 + (ROW - BOX) / 2;
        for (var neighbour : shown) {
            var second = neighbour.second().isEmpty() ? neighbour.how() : neighbour.how() + " · " + neighbour.second();
            var line = neighbour.hot() && neighbour.hard() ? "hot" : neighbour.hard() ? "" : "soft";
            nodes.add(new Node(rem(top), rem(top + BOX / 2), neighbour.name(), second,
                    neighbour.hot() && neighbour.hard() ? "hot" : "", line,
                    neighbour.thirdParty() ? "" : "/services/" + neighbour.name()));
            top += ROW;
        }
        return List.copyOf(nodes);
    }

    private static String label(String service, List<Neighbour> users, List<Neighbour> needs) {
        return "%s needs %s and is needed by %s".formatted(service, names(needs), names(users));
    }

    private static String names(List<Neighbour> neighbours) {
        return neighbours.isEmpty() ? "nothing" : String.join(", ",
                neighbours.stream().map(neighbour -> neighbour.name() + " (" + neighbour.how() + ")").toList());
    }

    private static String more(List<Neighbour> users, List<Neighbour> needs) {
        var hidden = Math.max(0, users.size() - SHOWN) + Math.max(0, needs.size() - SHOWN);
        return hidden == 0 ? "" : "and " + Figures.count(hidden, "other");
    }

    private static String rem(double value) {
        return String.format(Locale.ROOT, "%.4frem", value);
    }
}
