package dev.holdfast.portal.web.home;

import dev.holdfast.catalogue.Service;
import dev.holdfast.incidents.Picture;
import dev.holdfast.portal.web.AtRisk;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.MeantHours;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.groups.Duty;
import dev.holdfast.portal.web.groups.GroupWords;
import dev.holdfast.portal.web.groups.OwnedServices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Says first what is true: whether the reader is on call and until when, and what they answer for; pure. */
final class Heading {

    /** Nearer than that it is "on call from", further away "not on call until". */
    private static final Duration SOON = Duration.ofHours(18);

    private Heading() {}

    static String words(Mine mine, List<Picture> open, ReaderTime time) {
        if (mine.person() == null) return open.isEmpty() ? "Nothing is wrong" : open.size() == 1 ? "One incident is open" : open.size() + " incidents are open";
        var part = mine.part();
        if (part.isEmpty()) return "You are on no schedule";
        if (mine.isOnCall()) return "You are on call until " + moment(MeantHours.end(part.get()), time);
        var from = part.get().from();
        return Duration.between(time.now(), from).compareTo(SOON) <= 0 ? "You are on call from " + moment(from, time) : "You are not on call until " + moment(from, time);
    }

    static String lede(Mine mine, List<Picture> open, Map<?, AtRisk> risks, ReaderTime time) {
        var sentences = mine.duty().map(duty -> duty(duty, mine, time) + " ").orElse("");
        return sentences + answers(mine, risks) + firing(mine, open);
    }

    private static String duty(Duty duty, Mine mine, ReaderTime time) {
        var until = mine.part().map(part -> ", until " + moment(MeantHours.end(part), time)).orElse("");
        var nothing = mine.called().isEmpty() && !Mine.isOfTheDuty(duty) ? ", which no service asks for then" : "";
        return GroupWords.title(duty.schedule()) + (mine.isOnCall() ? "" : until) + nothing + "." + (mine.isOnDuty() ? " Major incidents of every service are yours to lead." : "");
    }

    private static String answers(Mine mine, Map<?, AtRisk> risks) {
        var services = mine.services();
        if (services.isEmpty()) return mine.person() == null ? "" : mine.teams().isEmpty() ? "You are in no team, and answer for no service. " : "Your teams own no service. ";
        var together = OwnedServices.together(services.stream().map(Service::name).map(risks::get).map(AtRisk.class::cast).toList());
        var money = together == null ? ", none of them assessed" : ", " + Figures.money(together) + " an hour at risk";
        var whose = mine.person() == null ? "" : mine.called().isEmpty() ? "Your teams answer for " : "You answer for ";
        return whose + Figures.count(services.size(), "service") + money + ". ";
    }

    private static String firing(Mine mine, List<Picture> open) {
        if (mine.services().isEmpty() && open.isEmpty()) return "";
        return open.isEmpty() ? "Nothing is firing." : open.size() == 1 ? "One incident is open." : open.size() + " incidents are open.";
    }

    /** "17:30", "tomorrow 09:00", or with its day. */
    static String moment(Instant at, ReaderTime time) {
        if (at.equals(Instant.MAX)) return "further notice";
        var tomorrow = time.local(at).toLocalDate().equals(time.today().plusDays(1));
        return tomorrow ? "tomorrow " + time.time(at) : time.moment(at);
    }
}
