package dev.holdfast.demo.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A phone as it lies on the bedside table. Addresses are paths of this server. */
public record PhonePage(String person, String time, List<Push> pushes) {

    public record Push(String at, String title, String text, @Nullable String opens, @Nullable String acknowledges, boolean urgent) {}
}
