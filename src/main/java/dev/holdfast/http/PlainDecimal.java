package dev.holdfast.http;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** A decimal as a number or a string, within what can be reckoned with: 1e999999999 is not. */
final class PlainDecimal extends StdDeserializer<BigDecimal> {

    private static final int MOST_DIGITS = 40;

    PlainDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public @Nullable BigDecimal deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() == JsonToken.VALUE_STRING) return parsed(json.getString().strip(), context);
        if (json.currentToken().isNumeric()) return parsed(json.getString(), context);
        return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, json);
    }

    private static BigDecimal parsed(String text, DeserializationContext context) {
        try {
            var decimal = new BigDecimal(text);
            if (decimal.precision() <= MOST_DIGITS && Math.abs((long) decimal.scale()) <= MOST_DIGITS) return decimal;
        } catch (NumberFormatException notOne) {
            // answered below, like one that is out of bounds
        }
        throw context.weirdStringException(null, BigDecimal.class, "is no decimal of at most 40 digits");
    }
}
