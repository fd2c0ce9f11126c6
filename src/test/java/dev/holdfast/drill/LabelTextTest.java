package dev.holdfast.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.holdfast.http.Unprocessable;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class LabelTextTest {

    private final LabelText text = new LabelText(JsonMapper.builder().build());

    static Stream<Arguments> pasted() {
        return Stream.of(
                arguments("", Map.of()),
                arguments("service=bedroom", Map.of("service", "bedroom")),
                arguments("service = bedroom\r\nteam: platform\n", Map.of("service", "bedroom", "team", "platform")),
                arguments("service=bedroom; shop", Map.of("service", "bedroom; shop")),
                arguments("service=bedroom, team=platform", Map.of("service", "bedroom", "team", "platform")),
                arguments("{service=\"bedroom\", note=\"a, \\\"b\\\"\"}", Map.of("service", "bedroom", "note", "a, \"b\"")),
                arguments("{\"service\": \"bedroom\", \"code\": 5}", Map.of("service", "bedroom", "code", "5")),
                arguments("{\"labels\": {\"service\": \"bedroom\"}, \"status\": \"firing\"}", Map.of("service", "bedroom")),
                arguments("{\"alerts\": [{\"labels\": {\"service\": \"bedroom\"}}], \"version\": \"4\"}", Map.of("service", "bedroom")),
                arguments("[{\"labels\": {\"service\": \"bedroom\"}}]", Map.of("service", "bedroom")));
    }

    @ParameterizedTest
    @MethodSource("pasted")
    void labelsAreReadAsPeoplePasteThem(String pasted, Map<String, String> labels) {
        assertThat(text.read(pasted)).isEqualTo(labels);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bedroom", "=bedroom", "{\"service\": ", "[1]", "a=\"b", "\"\"\"", "[]x"})
    void whatIsNoneIsSaidToBeNone(String pasted) {
        assertThatThrownBy(() -> text.read(pasted)).isInstanceOf(Unprocessable.class);
    }
}
