package dev.holdfast.reflection;

import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.OperatingModel;
import dev.holdfast.operatingmodel.Preview;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What another policy would make of services, in words: {@code 99.0, called by the domain}. */
final class Moves {

    private Moves() {}

    static List<Reflection.Move> of(Preview preview) {
        return preview.services().stream()
                .filter(line -> !line.changed().isEmpty())
                .map(line -> new Reflection.Move(line.service().value(), words(line.now()), words(line.then())))
                .toList();
    }

    private static String words(Preview.Side side) {
        var level = Stream.ofNullable(side.level()).map(it -> it + "\u202f%");
        var model = Stream.ofNullable(side.operatingModel()).map(OperatingModel::title);
        return Stream.of(level, model, Stream.of(called(side.onCall().outOfHours()))).flatMap(it -> it).collect(Collectors.joining(", "));
    }

    private static String called(OnCallLevel level) {
        return switch (level) {
            case NONE -> "nobody out of hours";
            case DOMAIN -> "its domain out of hours";
            case TEAM -> "its team out of hours";
            case OPERATIONS -> "operations";
        };
    }
}
