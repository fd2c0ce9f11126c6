package dev.holdfast.portal.web.models;

import dev.holdfast.operatingmodel.OperatingModel;
import dev.holdfast.operatingmodel.TrafficLight;
import dev.holdfast.portal.web.ServiceWords;
import dev.holdfast.portal.web.models.Chart.Cell;
import dev.holdfast.portal.web.models.Chart.Column;
import dev.holdfast.portal.web.models.Chart.Light;
import dev.holdfast.portal.web.models.Chart.Note;
import dev.holdfast.portal.web.models.Chart.Row;
import dev.holdfast.portal.web.models.Chart.Tie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Lays the playbook's chart out: rows as high as their fullest cell needs, dots as large as the fullest crowd allows. */
final class ChartLayout {

    private static final double LOWEST = 7.125;
    private static final double LABEL = 1.5;
    private static final double HIGHEST_CROWD = 11;
    private static final double AXIS = 4.875;
    private static final double[] SCALES = {1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42, 0.35, 0.3, 0.25};

    private final Grid grid;
    private final Asked asked;
    private final Map<String, Integer> columns = new HashMap<>();
    private List<CellLayout> cells = new ArrayList<>();
    private final List<Integer> labelled = new ArrayList<>();
    private final double[] tops;
    private final double[] heights;

    private ChartLayout(Grid grid, List<Spot> spots, Asked asked) {
        this.grid = grid;
        this.asked = asked;
        this.heights = new double[grid.levels().size()];
        this.tops = new double[grid.levels().size()];
        place(spots);
        scale(spots.stream().mapToDouble(Spot::perHour).max().orElse(0));
        measure();
    }

    static Chart of(Grid grid, List<Spot> spots, Asked asked, String label) {
        return new ChartLayout(grid, spots, asked).chart(label);
    }

    private Chart chart(String label) {
        var plot = DoubleStream.of(heights).sum();
        var drawn = new ArrayList<Cell>();
        for (var row = 0; row < grid.levels().size(); row++) {
            for (var column = 0; column < grid.demands().size(); column++) {
                drawn.add(cell(row, column));
            }
        }
        return new Chart(label, Rem.of(plot), Rem.of(plot + AXIS), Math.min(8, grid.demands().size()), rows(), columns(), drawn, ties(drawn), lights());
    }

    /** The largest scale at which no crowd is higher than a page likes; who stands where does not depend on it. */
    private void scale(double most) {
        for (var scale : SCALES) {
            var sizes = new Sizes(most, scale);
            cells = cells.stream().map(cell -> cell.with(sizes)).toList();
            if (cells.stream().filter(CellLayout::isCrowd).allMatch(cell -> cell.swarm().height() <= HIGHEST_CROWD)) return;
        }
    }

    private void place(List<Spot> spots) {
        grid.demands().forEach(band -> columns.put(band.name(), columns.size()));
        for (var index = 0; index < grid.levels().size() * grid.demands().size(); index++) {
            cells.add(new CellLayout(new ArrayList<>(), new ArrayList<>(), new Sizes(0, 1)));
        }
        var largest = Comparator.comparingDouble(Spot::perHour).reversed().thenComparing(Spot::name);
        spots.stream().sorted(largest).forEach(spot -> at(spot.level(), spot.demand()).spots().add(spot));
        spots.stream().filter(Spot::movesOut).sorted(largest).forEach(spot -> arrive(spot, at(spot.level(), spot.demand())));
    }

    /** A ring is drawn from a service with a name to a cell with room; who moves stands at the top, next to where it goes. */
    private void arrive(Spot spot, CellLayout from) {
        var moves = spot.moves();
        if (moves == null || from.isCrowd()) return;
        var to = at(moves.level(), spot.demand());
        if (to.spots().size() + to.arriving().size() >= 8) return;
        to.arriving().add(spot);
        from.spots().remove(spot);
        from.spots().add(0, spot);
    }

    private CellLayout at(Object level, String demand) {
        var row = grid.levels().indexOf(level);
        var column = columns.getOrDefault(demand, -1);
        if (row < 0 || column < 0) throw new IllegalArgumentException("There is no cell of %s and %s".formatted(level, demand));
        return layout(row, column);
    }

    private CellLayout layout(int row, int column) {
        return cells.get(row * grid.demands().size() + column);
    }

    private void measure() {
        label(OperatingModel.YBYR);
        label(OperatingModel.OPS);
        var top = 0.0;
        for (var row = 0; row < heights.length; row++) {
            heights[row] = LOWEST;
            for (var column = 0; column < grid.demands().size(); column++) {
                heights[row] = Math.max(heights[row], layout(row, column).height() + (isLabelled(row, column) ? LABEL : 0));
            }
            tops[row] = top;
            top += heights[row];
        }
    }

    /** The first cell of a model carries its name. */
    private void label(OperatingModel model) {
        for (var index = 0; index < grid.levels().size() * grid.demands().size(); index++) {
            if (grid.model(index / grid.demands().size(), index % grid.demands().size()) == model) {
                labelled.add(index);
                return;
            }
        }
    }

    private boolean isLabelled(int row, int column) {
        return labelled.contains(row * grid.demands().size() + column);
    }

    private double width() {
        return 100.0 / grid.demands().size();
    }

    private Cell cell(int row, int column) {
        var whole = new Rect(column * width(), tops[row], width(), heights[row]);
        var model = grid.model(row, column);
        var note = isLabelled(row, column)
                ? new Note(whole.across(CellLayout.INSET), Rem.of(whole.y() + 1.375), model.title(), model == OperatingModel.YBYR ? "accent" : "ops")
                : null;
        var room = note == null ? whole : whole.below(LABEL);
        var layout = layout(row, column);
        if (layout.isCrowd()) return crowd(layout, whole, room, note, model.word(), row, column);
        var stack = layout.stack(room);
        return new Cell(Rem.percent(whole.x()), Rem.of(whole.y()), Rem.percent(whole.width()), Rem.of(whole.height()), model.word(), List.of(), note, null,
                stack.dots(), stack.ghosts(), null, unasked(row, column, whole));
    }

    private Cell crowd(CellLayout layout, Rect whole, Rect room, @Nullable Note note, String look, int row, int column) {
        var swarm = layout.swarm();
        var table = asked.without("service", "cursor").with("view", "table").with("level", grid.levels().get(row).toString())
                .with("demand", grid.demands().get(column).name()).address("/operating-models");
        return new Cell(Rem.percent(whole.x()), Rem.of(whole.y()), Rem.percent(whole.width()), Rem.of(whole.height()), look,
                Crowds.largest(layout.spots(), room), note, Crowds.head(layout.spots(), room, table, grid.policy().currency()),
                Crowds.dots(layout.spots(), swarm, room), List.of(), Crowds.crowd(layout.spots(), swarm, room), null);
    }

    /** A row that nobody is in and no band calls for says so, at its end. */
    private @Nullable Note unasked(int row, int column, Rect whole) {
        var last = column == grid.demands().size() - 1;
        var empty = cells.subList(row * grid.demands().size(), (row + 1) * grid.demands().size()).stream()
                .allMatch(cell -> cell.spots().isEmpty() && cell.arriving().isEmpty());
        return last && empty && !grid.asked().contains(grid.levels().get(row))
                ? new Note(whole.across(1 - CellLayout.INSET), Rem.of(whole.y() + 1.375), "no band asks for this yet", "")
                : null;
    }

    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var row = 0; row < heights.length; row++) {
            var level = grid.levels().get(row);
            var middle = tops[row] + heights[row] / 2;
            rows.add(new Row(Rem.of(middle), level + "\u202f%", Rem.of(middle + 0.9375), Tolerances.clock(level), Rem.of(tops[row])));
        }
        return rows;
    }

    private List<Column> columns() {
        var columns = new ArrayList<Column>();
        for (var column = 0; column < grid.demands().size(); column++) {
            var band = grid.demands().get(column);
            columns.add(new Column(Rem.percent(column * width()), ServiceWords.every(band),
                    band.name().toLowerCase(Locale.ROOT) + (column == 0 ? " demand" : "")));
        }
        return columns;
    }

    private static List<Tie> ties(List<Cell> drawn) {
        var ties = new ArrayList<Tie>();
        drawn.stream().flatMap(cell -> cell.ghosts().stream()).forEach(ghost -> drawn.stream().flatMap(cell -> cell.dots().stream())
                .filter(dot -> dot.moving() && dot.x().equals(ghost.x()) && ghost.words().name().equals(dot.words() == null ? "" : dot.words().name()))
                .findFirst()
                .ifPresent(dot -> ties.add(Tie.between(ghost, dot))));
        return ties;
    }

    private List<Light> lights() {
        var lights = new ArrayList<Light>();
        var from = 0;
        for (var column = 1; column <= grid.demands().size(); column++) {
            var light = grid.demands().get(from).trafficLight();
            if (column < grid.demands().size() && grid.demands().get(column).trafficLight() == light) continue;
            lights.add(new Light(Rem.percent(from * width()), Rem.percent(column * width() - 0.4), light.word(), words(light)));
            from = column;
        }
        return lights;
    }

    private static String words(TrafficLight light) {
        return light.word() + switch (light) {
            case GREEN -> ": " + OperatingModel.YBYR.title();
            case AMBER -> ": the target decides";
            case RED -> ": " + OperatingModel.OPS.title();
        };
    }
}
