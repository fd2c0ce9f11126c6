package dev.holdfast.portal.web.rota;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the buttons of the form do without a script: rows are added, removed and moved, and the field that the reader goes
 * on with has the focus. {@code person.up.0.2} moves the third person of the first layer up.
 */
final class RotaActs {

    private RotaActs() {}

    /** The form after it, and the id of the field to go on with; empty where the act says nothing. */
    record Done(RotaForm form, String focus) {}

    static Done of(RotaForm form, String act) {
        var said = act.split("\\.");
        var layers = new ArrayList<>(form.layers());
        var layer = number(said, 2);
        if (said.length < 2 || !said[1].equals("add") && !said[0].equals("layer") && layer >= layers.size()) return new Done(form, "");
        return switch (said[0]) {
            case "layer" -> new Done(form.with(layers(layers, said[1], layer)), focus(layers, said[1], layer));
            case "person" -> person(form, layers, said, layer);
            case "window" -> window(form, layers, said, layer);
            default -> new Done(form, "");
        };
    }

    private static List<LayerForm> layers(List<LayerForm> layers, String what, int at) {
        if (what.equals("add")) layers.add(LayerForm.fresh(layers.isEmpty() ? "" : layers.getLast().start()));
        else moved(layers, what, at);
        return layers;
    }

    private static String focus(List<LayerForm> layers, String what, int at) {
        return layers.isEmpty() ? "add-layer" : "l" + target(layers, what, at) + ".start";
    }

    private static Done person(RotaForm form, List<LayerForm> layers, String[] said, int layer) {
        if (layer >= layers.size()) return new Done(form, "");
        var people = new ArrayList<>(layers.get(layer).people());
        if (said[1].equals("add")) people.add("");
        else moved(people, said[1], number(said, 3));
        layers.set(layer, layers.get(layer).with(people));
        return new Done(form.with(layers), people.isEmpty() ? "l" + layer + ".start" : "l" + layer + ".p" + target(people, said[1], number(said, 3)));
    }

    private static Done window(RotaForm form, List<LayerForm> layers, String[] said, int layer) {
        if (layer >= layers.size()) return new Done(form, "");
        var windows = new ArrayList<>(layers.get(layer).windows());
        if (said[1].equals("add")) windows.add(WindowForm.NIGHT);
        else moved(windows, said[1], number(said, 3));
        layers.set(layer, layers.get(layer).withWindows(windows));
        return new Done(form.with(layers), windows.isEmpty() ? "l" + layer + ".start" : "l" + layer + ".w" + target(windows, said[1], number(said, 3)) + ".from");
    }

    private static <T> void moved(List<T> rows, String what, int at) {
        if (at >= rows.size()) return;
        switch (what) {
            case "up" -> Collections.swap(rows, at, Math.max(0, at - 1));
            case "down" -> Collections.swap(rows, at, Math.min(rows.size() - 1, at + 1));
            case "remove" -> rows.remove(at);
            default -> {}
        }
    }

    private static int target(List<?> rows, String what, int at) {
        var wanted = switch (what) {
            case "up" -> at - 1;
            case "down" -> at + 1;
            case "add" -> rows.size() - 1;
            default -> at;
        };
        return Math.clamp(wanted, 0, rows.size() - 1);
    }

    private static int number(String[] said, int place) {
        return place < said.length && said[place].matches("\\d{1,3}") ? Integer.parseInt(said[place]) : Integer.MAX_VALUE;
    }
}
