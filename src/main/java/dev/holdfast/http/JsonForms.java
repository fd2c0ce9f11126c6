package dev.holdfast.http;

import dev.holdfast.quantities.AvailabilityLevel;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/** The one form that values of ours have in JSON, and the strictness with which JSON is read. */
@Configuration(proxyBeanMethods = false)
class JsonForms {

    static final int DEEPEST = 64;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_NUMBER = 100;

    @Bean
    JsonFactoryBuilderCustomizer limits() {
        return factory -> factory.streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    @Bean
    JsonMapperBuilderCustomizer forms() {
        return JsonForms::apply;
    }

    private static void apply(JsonMapper.Builder mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addModule(values());
        refuse(mapper, LogicalType.Textual, CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean);
        refuse(mapper, LogicalType.Boolean, CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.String);
        refuse(mapper, LogicalType.Integer, CoercionInputShape.Float, CoercionInputShape.String);
        refuse(mapper, LogicalType.Enum, CoercionInputShape.Integer);
    }

    private static void refuse(JsonMapper.Builder mapper, LogicalType type, CoercionInputShape... shapes) {
        for (var shape : shapes) {
            mapper.withCoercionConfig(type, config -> config.setCoercion(shape, CoercionAction.Fail));
        }
    }

    private static SimpleModule values() {
        return new SimpleModule("holdfast")
                .addSerializer(new MoneyForm())
                .addSerializer(new TextForm<>(AvailabilityLevel.class))
                .addSerializer(new TextForm<>(Duration.class))
                .addSerializer(new DecimalForm())
                .addDeserializer(String.class, new PlainText())
                .addDeserializer(BigDecimal.class, new PlainDecimal())
                .addDeserializer(Instant.class, new PlainInstant());
    }

    /** As its own text. */
    private static final class TextForm<T> extends StdSerializer<T> {

        TextForm(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.toString());
        }
    }

    /** A decimal as a string, so that nobody reads it as a binary fraction. */
    private static final class DecimalForm extends StdSerializer<BigDecimal> {

        DecimalForm() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.toPlainString());
        }
    }

    /** Rounded to the digits of its currency. */
    private static final class MoneyForm extends StdSerializer<Money> {

        MoneyForm() {
            super(Money.class);
        }

        @Override
        public void serialize(Money value, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("amount", value.rounded().amount().toPlainString());
            json.writeStringProperty("currency", value.currency().getCurrencyCode());
            json.writeEndObject();
        }
    }
}
