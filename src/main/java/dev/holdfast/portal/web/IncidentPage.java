package dev.holdfast.portal.web;

import dev.holdfast.quantities.Because;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One incident, from what is true now to what happened. */
public record IncidentPage(
        String number,
        String summary,
        String service,
        String since,
        List<Status> states,
        String explained,
        Running running,
        @Nullable LossChart chart,
        List<Figure> figures,
        Timeline timeline,
        List<Line> people,
        String helping,
        List<Pair> ahead,
        List<Line> hit,
        List<Line> needs,
        List<AlertLine> alerts,
        List<Place> places,
        Runbook runbook,
        List<Line> changes,
        List<Paged> paged,
        @Nullable String calling,
        @Nullable String deciding,
        Acts acts,
        FormFaults faults) {

    /** What was lost: the figure that runs, and what it runs by. */
    public record Running(
            String shown,
            String sign,
            String amount,
            @Nullable String perSecond,
            String lasted,
            @Nullable String seconds,
            String rate,
            String impact,
            List<Because> why) {

        public boolean isLong() {
            return shown.length() > 9;
        }
    }

    /** What happened, and which of it is shown. */
    public record Timeline(List<Choice> views, List<Entry> entries) {}

    /** One line of what happened; a day's name stands above its first. */
    public record Entry(
            String id,
            @Nullable String day,
            String time,
            Status status,
            String lead,
            String words,
            @Nullable String quote,
            @Nullable String detail,
            List<Because> why) {}

    /** An alert of this incident. */
    public record AlertLine(Status status, String summary, String key, String count, String last) {}

    /** A place to look at: the runbook, the dashboard. */
    public record Place(String icon, String words, String address) {}

    /** The way to restore it, and who keeps that; without an address, what to add where. */
    public record Runbook(@Nullable String address, String words, List<Place> others) {}

    /** A page that the reader got, and why it was theirs. */
    public record Paged(String when, List<Because> why) {}

    /** What this reader may do now; what they may not is not shown. */
    public record Acts(
            boolean acknowledge,
            boolean resolve,
            boolean change,
            boolean join,
            boolean leave,
            boolean reopen,
            boolean escalate,
            boolean note,
            boolean giveBack,
            boolean major,
            boolean minor,
            boolean security,
            String impact,
            List<Choice> impacts,
            List<Choice> affected,
            List<Choice> services,
            List<Choice> people,
            List<Choice> tiers) {

        public boolean any() {
            return acknowledge || resolve || change || reopen;
        }
    }
}
