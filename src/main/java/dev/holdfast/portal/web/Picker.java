package dev.holdfast.portal.web;

import java.util.List;

/**
 * One thing to choose: from a list while it is short; without choices its name is typed.
 *
 * @param names the address that is asked which names fit what is typed
 */
public record Picker(String name, String label, List<Choice> choices, String typed, String names) {

    private static final int FEW = 60;

    public Picker {
        choices = List.copyOf(choices);
    }

    /** Of what is found, after the choice of none in particular. */
    public static Picker filter(String name, String label, List<Choice> found, String chosen, String names) {
        return found.size() > FEW ? typed(name, label, chosen, names) : new Picker(name, label, Choice.all(chosen(found, chosen)), "", names);
    }

    /** Of what is found alone. */
    public static Picker of(String name, String label, List<Choice> found, String chosen, String names) {
        return found.size() > FEW ? typed(name, label, chosen, names) : new Picker(name, label, chosen(found, chosen), "", names);
    }

    private static Picker typed(String name, String label, String typed, String names) {
        return new Picker(name, label, List.of(), typed, names);
    }

    private static List<Choice> chosen(List<Choice> found, String chosen) {
        return found.stream().map(it -> new Choice(it.value(), it.words(), it.value().equals(chosen))).toList();
    }
}
