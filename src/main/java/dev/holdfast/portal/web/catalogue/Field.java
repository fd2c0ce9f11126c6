package dev.holdfast.portal.web.catalogue;

import dev.holdfast.portal.web.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a document as a form shows it.
 *
 * @param path within metadata or spec: {@code links.runbook}
 * @param choices what it may be; empty for a text
 * @param fault what is wrong with it
 */
public record Field(String path, String label, Look look, String value, List<Choice> choices, String hint, @Nullable String fault) {

    /** How it is typed. */
    public enum Look {
        LINE,
        LINK,
        TEXT,
        CHOICE,
        NAMES
    }

    static Field line(String path, String label, String hint) {
        return new Field(path, label, Look.LINE, "", List.of(), hint, null);
    }

    static Field link(String path, String label) {
        return new Field(path, label, Look.LINK, "", List.of(), "", null);
    }

    static Field text(String path, String label) {
        return new Field(path, label, Look.TEXT, "", List.of(), "", null);
    }

    static Field names(String path, String label) {
        return new Field(path, label, Look.NAMES, "", List.of(), "names, with a blank or a line between", null);
    }

    static Field choice(String path, String label, List<Choice> choices) {
        return new Field(path, label, Look.CHOICE, "", choices, "", null);
    }

    /** With what it is now, or was typed: what none of the choices says is a choice of its own, so that it is not lost. */
    Field with(String typed) {
        if (look != Look.CHOICE) return new Field(path, label, look, typed, choices, hint, fault);
        var chosen = new java.util.ArrayList<Choice>();
        choices.forEach(choice -> chosen.add(new Choice(choice.value(), choice.words(), choice.value().equals(typed))));
        if (chosen.stream().noneMatch(Choice::chosen)) chosen.add(new Choice(typed, typed + ", which is not here", true));
        return new Field(path, label, look, typed, chosen, hint, fault);
    }

    Field faulty(@Nullable String wrong) {
        return new Field(path, label, look, value, choices, hint, wrong);
    }
}
