package dev.holdfast.calendars;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars as people's programs write them, and as nobody should. */
class IcsReadingTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final IcsBounds BOUNDS = new IcsBounds(LocalDate.parse("2026-01-01"), LocalDate.parse("2030-01-01"), LONDON);

    @Test
    void readsBankHolidaysAsAGovernmentPublishesThem() {
        var read = read("""
                BEGIN:VCALENDAR
                VERSION:2.0
                METHOD:PUBLISH
                PRODID:-//uk.example//Bank holidays//EN
                CALSCALE:GREGORIAN
                BEGIN:VEVENT
                DTEND;VALUE=DATE:20261226
                DTSTART;VALUE=DATE:20261225
                SUMMARY:Christmas Day
                UID:ca6af7456b0088abad9a69f9f620f5ac-0@example
                SEQUENCE:0
                DTSTAMP:20260101T000000Z
                END:VEVENT
                BEGIN:VEVENT
                DTEND;VALUE=DATE:20261229
                DTSTART;VALUE=DATE:20261228
                SUMMARY:Boxing Day (substitute day)
                UID:ca6af7456b0088abad9a69f9f620f5ac-1@example
                END:VEVENT
                END:VCALENDAR
                """);

        assertThat(lines(read)).containsExactly("Christmas Day 2026-12-25 2026-12-26", "Boxing Day (substitute day) 2026-12-28 2026-12-29");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a date, one day          | DTSTART;VALUE=DATE:20270503                                             | 2027-05-03 2027-05-04
            a date, its end after    | DTSTART;VALUE=DATE:20270503~DTEND;VALUE=DATE:20270506                    | 2027-05-03 2027-05-06
            Outlook, end on its start | DTSTART;VALUE=DATE:20270503~DTEND;VALUE=DATE:20270503                   | 2027-05-03 2027-05-04
            Outlook, midnights       | DTSTART;TZID=GMT Standard Time:20270503T000000~DTEND;TZID=GMT Standard Time:20270504T000000 | 2027-05-03 2027-05-04
            a length                 | DTSTART;VALUE=DATE:20270503~DURATION:P1W                                 | 2027-05-03 2027-05-10
            universal                | DTSTART:20270503T080000Z~DTEND:20270503T160000Z                          | 2027-05-03T08:00:00Z 2027-05-03T16:00:00Z
            floating                 | DTSTART:20270503T090000~DTEND:20270503T170000                            | 2027-05-03T08:00:00Z 2027-05-03T16:00:00Z
            a zone                   | DTSTART;TZID=America/New_York:20270503T090000~DURATION:PT1H30M           | 2027-05-03T13:00:00Z 2027-05-03T14:30:00Z
            a zone of Windows        | DTSTART;TZID="W. Europe Standard Time":20270503T090000~DURATION:PT1H     | 2027-05-03T07:00:00Z 2027-05-03T08:00:00Z
            a zone at a path         | DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20270503T090000~DURATION:PT1H | 2027-05-03T07:00:00Z 2027-05-03T08:00:00Z
            a zone that nobody knows | DTSTART;TZID=Shire:20270503T090000~DURATION:PT1H                         | 2027-05-03T08:00:00Z 2027-05-03T09:00:00Z
            the hour that is skipped | DTSTART;TZID=Europe/London:20270328T013000~DURATION:PT1H                 | 2027-03-28T01:30:00Z 2027-03-28T02:30:00Z
            """)
    void readsWhenAnEventIs(String what, String lines, String when) {
        assertThat(lines(read(event("UID:1", lines)))).as(what).containsExactly(when);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yearly, without an end       | 20201225 | FREQ=YEARLY                         | 2026-12-25,2027-12-25,2028-12-25,2029-12-25
            yearly, by its Monday        | 20200504 | FREQ=YEARLY;BYMONTH=5;BYDAY=1MO      | 2026-05-04,2027-05-03,2028-05-01,2029-05-07
            the last Monday              | 20200831 | FREQ=YEARLY;BYMONTH=8;BYDAY=-1MO     | 2026-08-31,2027-08-30,2028-08-28,2029-08-27
            until a day, which counts    | 20251225 | FREQ=YEARLY;UNTIL=20271225           | 2026-12-25,2027-12-25
            until an instant             | 20251225 | FREQ=YEARLY;UNTIL=20271224T235959Z   | 2026-12-25
            counted from the first       | 20241225 | FREQ=YEARLY;COUNT=4                  | 2026-12-25,2027-12-25
            every other year             | 20241225 | FREQ=YEARLY;INTERVAL=2               | 2026-12-25,2028-12-25
            leap days                    | 20240229 | FREQ=YEARLY                          | 2028-02-29
            a day that never is          | 20260301 | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30  | 2026-03-01
            """)
    void repeatsAsItSays(String what, String start, String rule, String expected) {
        var read = read(event("UID:1", "DTSTART;VALUE=DATE:" + start + "~RRULE:" + rule));

        assertThat(read.events()).as(what).extracting(each -> each.when() instanceof IcsEvent.When.Days days ? days.first().toString() : "")
                .containsExactly(expected.split(","));
    }

    @Test
    void leavesOutWhatWasCancelledExceptedOrMoved() {
        var read = read(event("UID:series", "DTSTART;TZID=Europe/London:20270301T090000~DURATION:PT8H~RRULE:FREQ=WEEKLY;COUNT=5~EXDATE;TZID=Europe/London:20270308T090000")
                + event("UID:series", "RECURRENCE-ID:20270315T090000Z~DTSTART;TZID=Europe/London:20270316T090000~DURATION:PT8H")
                + event("UID:series", "RECURRENCE-ID;TZID=Europe/London:20270322T090000~STATUS:CANCELLED~DTSTART;TZID=Europe/London:20270322T090000")
                + event("UID:gone", "DTSTART;VALUE=DATE:20270501~STATUS:CANCELLED"));

        assertThat(lines(read)).containsExactly(
                "2027-03-01T09:00:00Z 2027-03-01T17:00:00Z",
                "2027-03-29T08:00:00Z 2027-03-29T16:00:00Z",
                "2027-03-16T09:00:00Z 2027-03-16T17:00:00Z");
    }

    @Test
    void readsMarksOfByteOrderFoldedLinesAndEscapes() {
        var read = read("\uFEFF" + calendar(event("UID:1", "DTSTART;VALUE=DATE:20270503~SUMMARY:Early May\\, bank\n  holi\n day\\; really")));

        assertThat(lines(read)).containsExactly("Early May, bank holiday; really 2027-05-03 2027-05-04");
    }

    @Test
    void takesNoAlarmForAnEventAndPassesOverWhatMakesNoSense() {
        var read = read(event("UID:1", "DTSTART;VALUE=DATE:20270503~BEGIN:VALARM~ACTION:DISPLAY~TRIGGER:-PT15M~DURATION:PT1H~END:VALARM")
                + event("UID:2", "DTSTART;VALUE=DATE:20271503")
                + event("UID:3", "SUMMARY:no start")
                + event("UID:4", "DTSTART:20270503T100000Z~DTEND:20270503T090000Z")
                + event("UID:5", "DTSTART:20270503T100000Z~RRULE:FREQ=SECONDLY"));

        assertThat(lines(read)).containsExactly("2027-05-03 2027-05-04");
        assertThat(read.passedOver()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "RRULE:FREQ=SECONDLY;COUNT=1000000000", "RRULE:FREQ=MINUTELY", "RRULE:FREQ=DAILY;BYSECOND=0,1,2,3;BYMINUTE=0,1,2",
        "RRULE:FREQ=DAILY;INTERVAL=0", "RRULE:FREQ=DAILY;INTERVAL=99999999999", "RRULE:FREQ=YEARLY;COUNT=99999999999",
        "RRULE:FREQ=DAILY;BYDAY=XX", "RRULE:", "RRULE:FREQ=YEARLY;BYMONTH=99", "RRULE:FREQ=DAILY;UNTIL=never"
    })
    void isNotKeptBusyByARule(String rule) {
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () ->
                assertThat(read(event("UID:1", "DTSTART:00010101T000000Z~" + rule)).events()).isEmpty());
    }

    @Test
    void refusesManyRulesThatAreEachAllowed() {
        var bomb = new StringBuilder();
        for (var index = 0; index < 9000; index++) bomb.append(event("UID:" + index, "DTSTART:19700101T000000Z~RRULE:FREQ=DAILY"));

        assertThatThrownBy(() -> read(bomb.toString())).isInstanceOf(IcsUnreadable.class).hasMessageContaining("too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<!doctype html><html>Sign in</html>", "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR", "{\"a\": 1}", "\u0000\u0001\u0002"})
    void saysThatItIsNone(String file) {
        assertThatThrownBy(() -> IcsReading.read(file.getBytes(UTF_8), BOUNDS)).isInstanceOf(IcsUnreadable.class);
    }

    @Test
    void anyDamageIsEitherReadOrRefused() {
        var whole = calendar(event("UID:1", "DTSTART;TZID=Europe/London:20270301T090000~DURATION:PT8H~RRULE:FREQ=WEEKLY;COUNT=5~EXDATE:20270308T090000Z")
                + event("UID:2", "DTSTART;VALUE=DATE:20270503~SUMMARY:May~RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=1MO")).getBytes(UTF_8);
        for (var seed = 0; seed < 3000; seed++) {
            var random = new Random(seed);
            var damaged = whole.clone();
            for (var hit = 0; hit <= random.nextInt(4); hit++) damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                assertThat(IcsReading.read(damaged, BOUNDS).events()).allMatch(each -> each.summary().length() <= 200);
            } catch (IcsUnreadable refused) {
                assertThat(refused).hasMessageMatching("(?s)It.*");
            }
        }
    }

    private static IcsContent read(String events) {
        return IcsReading.read((events.contains("VCALENDAR") ? events : calendar(events)).getBytes(UTF_8), BOUNDS);
    }

    private static String calendar(String events) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n" + events + "END:VCALENDAR\n").replace("\n", "\r\n");
    }

    private static String event(String uid, String lines) {
        return "BEGIN:VEVENT\n" + uid + "\n" + lines.replace("~", "\n") + "\nEND:VEVENT\n";
    }

    private static List<String> lines(IcsContent read) {
        return read.events().stream().map(each -> (each.summary() + " " + switch (each.when()) {
            case IcsEvent.When.Days(var first, var after) -> first + " " + after;
            case IcsEvent.When.Span(var from, var to) -> from + " " + to;
        }).strip()).toList();
    }
}
