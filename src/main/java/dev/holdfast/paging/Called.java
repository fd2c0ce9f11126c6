package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Because;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A person who is called for a callout in a step. */
record Called(Callout callout, MessageType type, PersonName person, List<Because> why) {

    /** Those who are called, and after them the shadows who are told of it; who is called for the same is not told as well. */
    static List<Called> withShadows(List<Called> called, Function<Called, List<PersonName>> alongside) {
        var all = new ArrayList<>(called);
        var reached = called.stream().map(Called::key).collect(Collectors.toSet());
        for (var one : called) {
            if (one.type() == MessageType.UNANSWERED) continue;
            alongside.apply(one).stream()
                    .map(shadow -> new Called(one.callout(), MessageType.SHADOW, shadow, List.of()))
                    .filter(told -> reached.add(told.key()))
                    .forEach(all::add);
        }
        return all;
    }

    private List<Object> key() {
        return List.of(callout.subject(), person);
    }
}
