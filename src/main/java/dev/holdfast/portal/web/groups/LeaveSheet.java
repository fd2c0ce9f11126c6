package dev.holdfast.portal.web.groups;

import dev.holdfast.access.Viewer;
import dev.holdfast.calendars.AddressReading;
import dev.holdfast.catalogue.Person;
import dev.holdfast.oncall.Leave;
import dev.holdfast.oncall.LeaveCalendars;
import dev.holdfast.oncall.LeaveClash;
import dev.holdfast.oncall.Leaves;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.ReaderTime;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the part of a person's page that says when they are away. */
@Component
class LeaveSheet {

    private final Leaves leaves;
    private final LeaveCalendars calendars;

    LeaveSheet(Leaves leaves, LeaveCalendars calendars) {
        this.leaves = leaves;
        this.calendars = calendars;
    }

    LeaveSection of(Person person, Viewer viewer, FormFaults faults, ReaderTime time) {
        var may = leaves.mayChange(viewer, person.name());
        var ahead = leaves.ahead(person.name());
        var clashes = leaves.clashes(ahead);
        var address = may ? calendars.address(person.name()) : Optional.<URI>empty();
        var reading = address.isPresent() ? calendars.reading(person.name()) : Optional.<AddressReading>empty();
        return new LeaveSection(
                person.name().value(), may, ahead.stream().map(leave -> row(person, leave, clashes, may, time)).toList(),
                person.zone().getId(), address.map(URI::getHost).orElse(null), reading.map(it -> words(it, time)).orElse("Not read yet."),
                reading.filter(AddressReading::isStale).isPresent(), faults);
    }

    private static LeaveSection.Row row(Person person, Leave leave, Map<String, List<LeaveClash>> clashes, boolean may, ReaderTime time) {
        var detail = Stream.of(may && leave.note() != null ? leave.note() : "", source(leave.origin()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return new LeaveSection.Row(
                leave.id(), when(person, leave, time), detail, clashes.getOrDefault(leave.id(), List.of()).stream().map(clash -> meeting(clash, time)).toList());
    }

    /** Whole days by their last one, as people say it. */
    private static String when(Person person, Leave leave, ReaderTime time) {
        var from = leave.from().atZone(person.zone());
        var to = leave.to().atZone(person.zone());
        if (!from.toLocalTime().equals(LocalTime.MIDNIGHT) || !to.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return time.full(leave.from()) + " to " + time.full(leave.to());
        }
        var last = to.toLocalDate().minusDays(1);
        return from.toLocalDate().equals(last) ? time.day(last) : time.day(from.toLocalDate()) + " to " + time.day(last);
    }

    private static LeaveSection.Meeting meeting(LeaveClash clash, ReaderTime time) {
        return new LeaveSection.Meeting(
                clash.schedule() + ", " + time.full(clash.from()) + " to " + time.full(clash.to()), "/on-call?at=" + clash.from());
    }

    private static String source(Leave.Origin origin) {
        return switch (origin) {
            case ENTERED -> "";
            case FILE -> "from a file";
            case ADDRESS -> "from their calendar";
        };
    }

    private static String words(AddressReading reading, ReaderTime time) {
        var last = Optional.ofNullable(reading.readAt()).map(at -> "Read " + time.moment(at) + ".").orElse("Never read.");
        return reading.isStale() ? Objects.requireNonNull(reading.failure()) + " " + last(reading.readAt(), last) : last;
    }

    private static String last(@Nullable Instant readAt, String last) {
        return readAt == null ? last : "What it said last stands. " + last;
    }
}
