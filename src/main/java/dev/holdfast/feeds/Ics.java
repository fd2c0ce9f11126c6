package dev.holdfast.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes what was published as an iCalendar file (RFC 5545); every instant in UTC, so that no zone has to be told. */
final class Ics {

    private static final Duration REFRESH = Duration.ofHours(1);
    private static final int OCTETS = 75;

    private Ics() {}

    static byte[] of(String title, List<Published> published) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Holdfast//On call//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new Name(plain(title)));
        calendar.add(new XProperty("X-WR-CALNAME", plain(title)));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
        published.forEach(each -> calendar.add(event(each)));
        return folded(calendar.toString()).getBytes(UTF_8);
    }

    private static VEvent event(Published published) {
        var told = published.event();
        var event = new VEvent(false);
        event.add(new Uid(told.uid()));
        event.add(new DtStamp(published.changedAt()));
        event.add(new DtStart<>(told.from()));
        event.add(new DtEnd<>(told.to()));
        event.add(new Summary(plain(told.summary())));
        event.add(new Description(plain(told.description())));
        event.add(new Url(URI.create(told.url())));
        event.add(new Sequence(published.sequence()));
        event.add(new LastModified(published.changedAt()));
        event.add(published.isCancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    /** Line breaks of one kind, and nothing else that a line may not have. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }

    /** Lines of at most 75 octets, cut between characters; the library would count UTF-16 units. */
    static String folded(String text) {
        var folded = new StringBuilder(text.length() + text.length() / 40);
        var octets = 0;
        for (var index = 0; index < text.length(); ) {
            var point = text.codePointAt(index);
            index += Character.charCount(point);
            var size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (point == '\r' || point == '\n') {
                octets = 0;
                folded.appendCodePoint(point);
                continue;
            }
            if (octets + size > OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(point);
            octets += size;
        }
        return folded.toString();
    }
}
