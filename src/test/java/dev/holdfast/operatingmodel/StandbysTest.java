package dev.holdfast.operatingmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.operatingmodel.Remuneration.Per;
import dev.holdfast.operatingmodel.Remuneration.Rate;
import dev.holdfast.operatingmodel.Remuneration.Standby;
import dev.holdfast.quantities.WorkingCalendar;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandbysTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final WorkingCalendar OFFICE = WorkingCalendar.usualIn(ZoneId.of("Europe/London"));

    @ParameterizedTest
    @CsvSource({"350, WEEK, 350.00 USD", "10, DAY, 70.00 USD", "2, HOUR, 251.00 USD"})
    void aFullWeekIsTheRateOrItsHoursOutOfHours(int amount, Per per, String week) {
        var rates = Standby.all(new Rate(BigDecimal.valueOf(amount), per));

        assertThat(Standbys.perWeek(rates, OFFICE, USD)).hasToString(week);
    }

    @Test
    void classesOfDayHaveTheirOwnRates() {
        var weekday = new Rate(BigDecimal.valueOf(5), Per.HOUR);
        var weekend = new Rate(BigDecimal.TEN, Per.HOUR);

        assertThat(Standbys.perWeek(new Standby(weekday, weekend, weekend), OFFICE, USD)).hasToString("867.50 USD");
    }
}
