package dev.holdfast.portal.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of text and ground that the pages use, reckoned from the tokens themselves, in both themes. */
class TokensTest {

    private static final Pattern TOKEN =
            Pattern.compile("--([a-z0-9-]+):\\s*light-dark\\((#[0-9a-f]{6}),\\s*(#[0-9a-f]{6})\\);");
    private static final List<String> GROUNDS = List.of(
            "paper", "sheet", "raised", "sunken", "accent-wash", "loss-wash", "caution-wash", "safe-wash", "ops-wash");
    private static final Map<String, String[]> TOKENS = tokens();

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource
    void textIsReadOnItsGround(String text, String ground) {
        for (var theme = 0; theme < 2; theme++) {
            assertThat(contrast(text, ground, theme)).as("%s on %s, theme %d", text, ground, theme).isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest(name = "edge on {0}")
    @MethodSource
    void edgesOfFieldsAreSeen(String ground) {
        for (var theme = 0; theme < 2; theme++) {
            assertThat(contrast("edge", ground, theme)).as("edge on %s, theme %d", ground, theme).isGreaterThanOrEqualTo(3);
        }
    }

    static Stream<String> edgesOfFieldsAreSeen() {
        return Stream.of("sheet", "raised");
    }

    static Stream<Arguments> textIsReadOnItsGround() {
        var inks = Stream.of("ink", "ink-2", "ink-3").flatMap(ink -> GROUNDS.stream().map(ground -> Arguments.of(ink, ground)));
        var meanings = Stream.of("accent", "loss", "caution", "safe", "ops")
                .flatMap(text -> Stream.of("paper", "sheet", "raised").map(ground -> Arguments.of(text, ground)));
        var washes = Stream.of("accent", "loss", "caution", "safe", "ops").map(text -> Arguments.of(text, text + "-wash"));
        var links = Stream.of("loss-wash", "caution-wash").map(ground -> Arguments.of("accent", ground));
        var people = IntStream.rangeClosed(1, 8).mapToObj(person -> Arguments.of("ink", "p" + person));
        var solids = Stream.of(
                Arguments.of("on-accent", "accent"), Arguments.of("on-accent", "accent-deep"),
                Arguments.of("on-solid", "loss-solid"), Arguments.of("ink", "chosen"), Arguments.of("ink-3", "weekend"));
        return Stream.of(inks, meanings, washes, links, people, solids).flatMap(pairs -> pairs);
    }

    private static double contrast(String text, String ground, int theme) {
        var one = luminance(colour(text, theme));
        var other = luminance(colour(ground, theme));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static String colour(String token, int theme) {
        var colours = TOKENS.get(token);
        if (colours == null) throw new IllegalArgumentException("No token --" + token);
        return colours[theme];
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        var value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String[]> tokens() {
        var tokens = new HashMap<String, String[]>();
        try (var css = TokensTest.class.getResourceAsStream("/static/css/tokens.css")) {
            var matcher = TOKEN.matcher(new String(css.readAllBytes(), UTF_8));
            while (matcher.find()) tokens.put(matcher.group(1), new String[] {matcher.group(2), matcher.group(3)});
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return tokens;
    }
}
