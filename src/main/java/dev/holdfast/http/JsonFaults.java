package dev.holdfast.http;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a JSON body, and where in it. */
final class JsonFaults {

    private JsonFaults() {}

    static Problem problem(JacksonException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) return Problem.of(refusal);
        }
        var path = path(failure.getPath());
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                Problem.against(path, "UNKNOWN_FIELD", "There is no field " + unknown.getPropertyName() + " here.");
            case InvalidFormatException other when isChoice(other.getTargetType()) ->
                Problem.against(path, "UNKNOWN_VALUE", "One of " + choices(other.getTargetType()) + " is taken here.");
            case MismatchedInputException _ ->
                Problem.malformed(path, path.isEmpty() ? "The body is not of the form that is taken here." : path + " cannot be read.");
            case StreamReadException broken -> Problem.malformed("", "The body is not JSON that is taken here" + place(broken));
            default -> Problem.malformed(path, "The body cannot be read.");
        };
    }

    private static String place(JacksonException broken) {
        var location = broken.getLocation();
        if (location == null) return ".";
        return ": line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    }

    private static boolean isChoice(@Nullable Class<?> type) {
        return type != null && type.isEnum();
    }

    private static String choices(@Nullable Class<?> type) {
        if (type == null) return "";
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String path(List<JacksonException.Reference> references) {
        var path = new StringBuilder();
        for (var reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                if (!path.isEmpty()) path.append('.');
                path.append(reference.getPropertyName());
            }
        }
        return path.toString();
    }
}
