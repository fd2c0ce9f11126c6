package dev.holdfast.catalogue;

import dev.holdfast.http.Fault;
import dev.holdfast.http.Unprocessable;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads an object that is no document, such as a question's body, by the rules of documents. */
public final class Loose {

    private static final String SPEC = "spec.";

    private Loose() {}

    /** The value that the reader makes; refused with every fault where there is one. */
    public static <T> T read(ObjectNode object, Set<String> fields, Function<SpecReader, T> reader) {
        var reading = Reading.of(new Draft(0, "", "", null, null, JsonNodeFactory.instance.objectNode(), object));
        for (var field : object.propertyNames()) {
            if (!fields.contains(field)) {
                reading.fault(SPEC + field, "UNKNOWN_FIELD", field + " is not a field here");
            }
        }
        var value = reader.apply(reading.spec());
        reading.faultUnread();
        if (!reading.faults().isEmpty()) {
            throw new Unprocessable(reading.faults().stream().map(Loose::within).toList());
        }
        return value;
    }

    private static Fault within(Fault fault) {
        var path = fault.path().startsWith(SPEC) ? fault.path().substring(SPEC.length()) : fault.path();
        return Fault.at(path, fault.code(), fault.message());
    }
}
