package dev.holdfast.portal.web.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparklineTest {

    /** Values, "-" where nothing is known. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            0 4 2, M0.00 100.00L50.00 0.00L100.00 50.00, 100.00% 50.00%
            4 - 4, '', 0.00% 0.00%;100.00% 0.00%
            4 4 - 2 -, M0.00 0.00L25.00 0.00, 75.00% 50.00%
            0 0, M0.00 100.00L100.00 100.00, 100.00% 100.00%
            3, '', 100.00% 0.00%
            - -, '', ''
            """)
    void breaksWhereNothingIsKnown(String values, String path, String dots) {
        var known = new ArrayList<@Nullable Double>();
        Stream.of(values.split(" ")).forEach(value -> known.add(value.equals("-") ? null : Double.valueOf(value)));

        var line = Sparkline.of("Trend", known, "1 Mar", "29 Mar");

        assertThat(line.path()).isEqualTo(path);
        assertThat(line.dots().stream().map(dot -> dot.x() + " " + dot.y()).collect(Collectors.joining(";"))).isEqualTo(dots);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PT42S, 42 s
            PT12M, 12 min
            PT3H5M, 3 h 5 min
            PT47H, 47 h
            P9DT2H, 9 d 2 h
            """)
    void timesAreSaidByTheirTwoLargestParts(Duration time, String words) {
        assertThat(MeasureWords.time(time).replace('\u202f', ' ')).isEqualTo(words);
    }
}
