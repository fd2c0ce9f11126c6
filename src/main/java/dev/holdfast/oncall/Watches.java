package dev.holdfast.oncall;

import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import dev.holdfast.catalogue.Tier;
import dev.holdfast.catalogue.Version;
import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Who is, was or will be on call by every schedule that is asked out of hours, turn by turn: what standby is paid for. */
@Service
public class Watches {

    private final Documents documents;
    private final SchedulePart part;
    private final ZonePart zones;
    private final ScheduleBook book;

    Watches(Documents documents, SchedulePart part, ZonePart zones, ScheduleBook book) {
        this.documents = documents;
        this.part = part;
        this.zones = zones;
        this.book = book;
    }

    /** In two queries at most, however many schedules there are. */
    public List<Watch> over(Instant from, Instant to) {
        return documents.holdingFrom(from, () -> {
            var watches = new ArrayList<Watch>();
            var byHolder = byHolder(from, to);
            byHolder.forEach((holder, versions) -> watches.addAll(WatchesOf.of(versions, answering(holder, byHolder))));
            return watches;
        });
    }

    /** What people changed of it by hand, as far as it counts within that time: with the catalogue all that it follows from. */
    public List<MadeOverride> made(Instant from, Instant to) {
        return book.made(documents.names(SchedulePart.KIND, from), from).stream()
                .filter(override -> override.countsWithin(new Period(from, to)))
                .toList();
    }

    private Map<Holder, List<WatchesOf.Posted>> byHolder(Instant from, Instant to) {
        var names = documents.names(SchedulePart.KIND, from);
        var made = book.overridden(from).of(names);
        var zoneOf = new HashMap<String, List<Version<ZoneId>>>(documents.versions(zones, names, from));
        var byHolder = new LinkedHashMap<Holder, List<WatchesOf.Posted>>();
        documents.versions(part, names, from).forEach((name, versions) -> versions.forEach(version -> {
            var start = later(version.inForce().from(), from);
            var end = earlier(version.inForce().to(), to);
            if (start.isBefore(end)) {
                var schedule = version.value();
                var posted = new WatchesOf.Posted(
                        name, place(name, start), start, end, zone(zoneOf.getOrDefault(name, List.of()), version),
                        new Schedule(schedule.holder(), schedule.hours(), schedule.primary(),
                                schedule.roster().withOverrides(made.getOrDefault(name, List.of()))));
                byHolder.computeIfAbsent(schedule.holder(), unseen -> new ArrayList<>()).add(posted);
            }
        }));
        return byHolder;
    }

    /** A team that has only a schedule of its third tier answers for its services by it. */
    private static Watch.Of answering(Holder holder, Map<Holder, List<WatchesOf.Posted>> all) {
        return holder instanceof Holder.OfTeam(var team, var tier) && tier == Tier.L3 && !all.containsKey(new Holder.OfTeam(team, null))
                ? new Watch.Of(team, null, null)
                : Watch.Of.holder(holder);
    }

    private long place(String name, Instant at) {
        return documents.at(at).document(SchedulePart.KIND, name).map(Document::place).orElse(Long.MAX_VALUE);
    }

    private static ZoneId zone(List<Version<ZoneId>> zones, Version<Schedule> version) {
        return zones.stream()
                .filter(zone -> zone.inForce().equals(version.inForce()))
                .map(Version::value)
                .findFirst()
                .or(() -> version.value().roster().layers().stream().map(Rotation::zone).findFirst())
                .orElse(ZoneOffset.UTC);
    }

    private static Instant later(Instant one, Instant two) {
        return one.isAfter(two) ? one : two;
    }

    private static Instant earlier(@Nullable Instant one, Instant two) {
        return one == null || two.isBefore(one) ? two : one;
    }

    /** The zone by which a schedule's days are told. */
    @Component
    static class ZonePart implements SpecPart<ZoneId> {

        @Override
        public String kind() {
            return SchedulePart.KIND;
        }

        @Override
        public Set<String> fields() {
            return Set.of();
        }

        @Override
        public @Nullable ZoneId read(SpecReader spec) {
            return spec.zone("timeZone");
        }
    }
}
