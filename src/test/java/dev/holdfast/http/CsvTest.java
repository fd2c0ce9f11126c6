package dev.holdfast.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "|calc"})
    void nothingIsTakenForAFormula(String payload) {
        assertThat(new Csv("a").row(List.of(payload)).text()).contains("'" + payload);
    }

    @Test
    void aDecimalIsWhatItIs() {
        assertThat(new Csv("a").row(List.of(new BigDecimal("-12.50"))).text()).endsWith("\r\n-12.50\r\n");
    }

    @Test
    void commasQuotesAndLinesStayInTheirCell() {
        assertThat(new Csv("a", "b").row(List.of("one, \"two\"", "x\ny")).text())
                .isEqualTo("a,b\r\n\"one, \"\"two\"\"\",\"x\ny\"\r\n");
    }
}
