package dev.holdfast.portal.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reader's clock: how instants are written in their zone. The zone itself is shown once a page, in its bar. */
public record ReaderTime(ZoneId zone, Instant now) {

    private static final Pattern INSTANT = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
    private static final DateTimeFormatter YEARLY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss z", Locale.UK);
    private static final DateTimeFormatter BAR = DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss z", Locale.UK);

    public String time(Instant at) {
        return TIME.format(local(at));
    }

    public String exact(Instant at) {
        return EXACT.format(local(at));
    }

    public String day(Instant at) {
        return day(local(at).toLocalDate());
    }

    public String day(LocalDate day) {
        return (day.getYear() == today().getYear() ? DAY : YEARLY).format(day).replace("Sept", "Sep");
    }

    /** The time alone today, the day and the time otherwise. */
    public String moment(Instant at) {
        return local(at).toLocalDate().equals(today()) ? time(at) : day(at) + " " + time(at);
    }

    /** Day and time, whatever today is. */
    public String full(Instant at) {
        return day(at) + " " + time(at);
    }

    /** A sentence that names instants as machines write them, with those as the reader writes them. */
    public String spoken(String sentence) {
        return INSTANT.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(moment(Instant.parse(found.group()))));
    }

    /** What stands in the bar of every page, the only place that names the zone. */
    public String bar() {
        return BAR.format(local(now)).replace("Sept", "Sep");
    }

    /** The same without its day, for where there is no room. */
    public String clock() {
        return CLOCK.format(local(now));
    }

    public LocalDate today() {
        return local(now).toLocalDate();
    }

    /**
     * Of a local day and time, as the field of a browser sends it.
     *
     * @throws DateTimeException where the text is none
     */
    public Instant instant(String text) {
        return LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    public ZonedDateTime local(Instant at) {
        return at.atZone(zone);
    }
}
