package dev.holdfast.portal.web.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.portal.web.Avatar;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Grounds;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Schedules as lists: counted by domain, or each with whom it calls now and next. */
final class OnCallGroups {

    private OnCallGroups() {}

    static List<OnCallPage.Group> of(CatalogueView view, List<ScheduleLane> lanes, OnCallAsked asked, ReaderTime time) {
        var holders = new Holders(view);
        Map<String, List<ScheduleLane>> groups = lanes.stream().collect(Collectors.groupingBy(ScheduleLane::group, TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream().map(it -> group(it.getKey(), it.getValue(), holders, asked, time)).toList();
    }

    private static OnCallPage.Group group(String name, List<ScheduleLane> lanes, Holders holders, OnCallAsked asked, ReaderTime time) {
        var people = lanes.stream().map(lane -> lane.schedule().person()).filter(Objects::nonNull).distinct().count();
        var gaps = lanes.stream().flatMap(lane -> lane.gaps().stream()).filter(gap -> gap.to().isAfter(time.now())).count();
        var domain = holders.domain(lanes.getFirst().schedule());
        return new OnCallPage.Group(
                name, domain.map(it -> asked.with("domain", it.value())).orElse(""), Figures.count(lanes.size(), "schedule"),
                Figures.people((int) people) + " on call", gaps == 0 ? null : new Status(Figures.count(gaps, "gap"), Shape.DIAMOND, Tone.LOSS));
    }

    static List<OnCallPage.Now> now(CatalogueView view, List<ScheduleLane> lanes, Names names, Grounds grounds, ReaderTime time) {
        var holders = new Holders(view);
        var groups = new HashSet<String>();
        return lanes.stream()
                .map(lane -> now(lane.schedule(), groups.add(lane.group()) ? lane.group() : null, holders, names, grounds, time))
                .toList();
    }

    private static OnCallPage.Now now(OnCallNow schedule, @Nullable String group, Holders holders, Names names, Grounds grounds, ReaderTime time) {
        var title = schedule.title() == null ? schedule.schedule() : schedule.title();
        var second = holders.words(schedule) + ", " + schedule.hours().replace('-', ' ');
        var until = schedule.until() == null ? "" : "until " + time.moment(schedule.until());
        var next = schedule.next() == null || schedule.nextFrom() == null ? "" : names.of(schedule.next()) + ", " + time.moment(schedule.nextFrom());
        var person = schedule.person();
        if (person == null) {
            return new OnCallPage.Now(group, "/schedules/" + schedule.schedule(), title, second, null, "nobody", null, until, next, new Status("nobody", Shape.RING, Tone.QUIET));
        }
        var name = names.of(person);
        return new OnCallPage.Now(group, "/schedules/" + schedule.schedule(), title, second, new Avatar(Avatar.initialsOf(name), grounds.of(person.value())), name, "/people/" + person, until, next, null);
    }
}
