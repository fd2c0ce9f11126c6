package dev.holdfast.catalogue;

import static dev.holdfast.catalogue.Declared.ADMIN;
import static dev.holdfast.catalogue.Declared.document;
import static dev.holdfast.catalogue.Declared.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Fault;
import dev.holdfast.http.Unprocessable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Which days are holidays, by the calendars that working hours name. */
@HoldfastTest
class HolidayCalendarTest {

    private static final Instant CHRISTMAS_NOON = Instant.parse("2031-12-25T12:00:00Z");
    private static final Instant BOXING_DAY_NOON = Instant.parse("2031-12-26T12:00:00Z");

    @Autowired
    Catalogue catalogue;

    @Autowired
    Documents documents;

    @Autowired
    TestClock clock;

    @Test
    void aDayOfANamedCalendarIsNoWorkingDay() {
        apply(calendar("h-england", "days: [{date: \"2031-12-25\", name: Christmas Day}]")
                + hours("h-team", "holidays: [\"2031-12-24\"], holidayCalendars: [h-england]")
                + hours("h-others", ""));

        assertThat(works("h-team", CHRISTMAS_NOON)).isFalse();
        assertThat(works("h-team", Instant.parse("2031-12-24T12:00:00Z"))).isFalse();
        assertThat(works("h-team", BOXING_DAY_NOON)).isTrue();
        assertThat(works("h-others", CHRISTMAS_NOON)).isTrue();
        assertThat(view().holidayCalendarsOf(new TeamName("h-team"))).containsExactly("h-england");
    }

    @Test
    void aCalendarThatIsNotThereIsRefusedAndOneThatIsNamedDoesNotEnd() {
        var faults = refused(hours("h-lost", "holidayCalendars: [h-nowhere]"));
        assertThat(faults.code()).isEqualTo("UNKNOWN_REFERENCE");
        assertThat(faults.path()).isEqualTo("spec.workingHours.holidayCalendars[0]");

        apply(calendar("h-kept", "days: []") + hours("h-keeps", "holidayCalendars: [h-kept]"));

        assertThatThrownBy(() -> catalogue.end("HolidayCalendar", "h-kept", ADMIN)).isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            days: [{name: Nothing}]                                 | REQUIRED      | spec.days[0].date
            days: [{date: "25.12.2031"}]                            | MALFORMED     | spec.days[0].date
            days: [{date: "2031-12-25"}, {date: "2031-12-25"}]      | DUPLICATE_NAME | spec.days[1].date
            days: [{date: "2031-12-25", why: rest}]                 | UNKNOWN_FIELD | spec.days[0].why
            from: "file:///etc/passwd"                              | MALFORMED     | spec.from
            title: none                                             | REQUIRED      | spec.days
            days: [], read: []                                      | UNKNOWN_FIELD | spec.read
            """)
    void saysWhatIsWrong(String spec, String code, String path) {
        var fault = refused(calendar("h-wrong", spec.replace("\\\"", "\"")));

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.path()).isEqualTo(path);
    }

    @Test
    void whatWasReadCountsFromThenOnAndStaysWhenTheFileIsAppliedAgain() {
        var file = calendar("h-read", "from: \"https://example.com/h.ics\", days: [{date: \"2031-12-26\", name: Ours}]")
                + hours("h-reads", "holidayCalendars: [h-read]");
        apply(file);
        clock.advance(Duration.ofDays(1));
        var before = clock.instant();
        clock.advance(Duration.ofDays(1));

        catalogue.readHolidays("h-read", new TreeMap<>(Map.of(
                LocalDate.parse("2031-12-25"), "Christmas Day", LocalDate.parse("2031-12-26"), "Boxing Day")), ADMIN);

        assertThat(works("h-reads", CHRISTMAS_NOON)).isFalse();
        assertThat(documents.at(before).calendarOf(new TeamName("h-reads")).isWorking(CHRISTMAS_NOON)).isTrue();
        assertThat(view().holidayCalendar("h-read").orElseThrow().days()).containsValues("Christmas Day", "Ours");
        assertThat(catalogue.apply(file(file), ADMIN, false).unchanged()).isEqualTo(2);
        assertThat(works("h-reads", CHRISTMAS_NOON)).isFalse();
        assertThat(catalogue.export(ADMIN)).contains("h.ics").doesNotContain("read:");
    }

    @Test
    void whatWasReadGoesWithTheAddressAndNotWithItsChange() {
        apply(calendar("h-moved", "from: \"https://example.com/one.ics\"") + hours("h-moves", "holidayCalendars: [h-moved]"));
        catalogue.readHolidays("h-moved", new TreeMap<>(Map.of(LocalDate.parse("2031-12-25"), "Christmas Day")), ADMIN);
        clock.advance(Duration.ofDays(1));

        apply(calendar("h-moved", "from: \"https://example.com/two.ics\""));

        assertThat(works("h-moves", CHRISTMAS_NOON)).isFalse();

        apply(calendar("h-moved", "days: []"));

        assertThat(works("h-moves", CHRISTMAS_NOON)).isTrue();
    }

    private boolean works(String team, Instant at) {
        return view().calendarOf(new TeamName(team)).isWorking(at);
    }

    private CatalogueView view() {
        return documents.at(clock.instant());
    }

    private void apply(String yaml) {
        catalogue.apply(file(yaml), ADMIN, false);
    }

    private Fault refused(String yaml) {
        return catchThrowableOfType(Unprocessable.class, () -> apply(yaml)).faults().getFirst();
    }

    private static String calendar(String name, String spec) {
        return document("HolidayCalendar", name, spec);
    }

    private static String hours(String team, String fields) {
        return document("Team", team, "kind: product, workingHours: {timeZone: Europe/London, %s}"
                .formatted(fields.isEmpty() ? "from: \"09:00\", to: \"17:00\"" : fields));
    }
}
