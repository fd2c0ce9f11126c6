package dev.holdfast.portal.web;

import dev.holdfast.portal.web.groups.Preparing;
import dev.holdfast.portal.web.readiness.ReadinessListPage;
import dev.holdfast.portal.web.readiness.ReadinessPage;
import dev.holdfast.portal.web.readiness.ReadinessSection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Examples of pages on which services and people are prepared, and their extremes. */
final class SomeReadinessPages {

    private static final String LONG = "the-service-with-the-longest-name-that-anybody-ever-gave-away";
    private static final Status PRESENT = new Status("present", Shape.CHECK, Tone.SAFE);
    private static final Status MISSING = new Status("missing", Shape.TRIANGLE, Tone.CAUTION);
    private static final Status DUE = new Status("due again", Shape.BACK, Tone.CAUTION);

    private SomeReadinessPages() {}

    static Map<String, Map<String, Object>> all() {
        var pages = new LinkedHashMap<String, Map<String, Object>>();
        var nobody = new ReadinessSection("nothing is asked", "/people/out/readiness", List.of());
        var none = new ReadinessPage("/people", "People", "/people/out/readiness", "out", "Olu Out", "They take no turns, so nothing is asked of them.", nobody, List.of(), List.of(), false, List.of(), FormFaults.NONE);
        pages.put("readiness", Map.of("template", "portal/readiness", "frame", SomePages.frame(), "page", page()));
        pages.put("readiness-nobody", Map.of("template", "portal/readiness", "frame", SomePages.frame(), "page", none));
        pages.put("readiness-list", Map.of("template", "portal/readinessList", "frame", SomePages.frame(), "page", list(true)));
        pages.put("readiness-list-none", Map.of("template", "portal/readinessList", "frame", SomePages.frame(), "page", list(false)));
        return pages;
    }

    static Preparing preparing() {
        return new Preparing(section(), List.of(Line.of(new Status("goes along", Shape.RING, Tone.ACCENT), "Beside Ann Holt, furnishing-out-of-hours", "/on-call", "until Mon 30 Nov 09:00")),
                List.of(Line.of(new Status("was in", Shape.BACK, Tone.QUIET), "Was in Application support", null, "Mon 5 Jan until Mon 2 Nov")));
    }

    static List<Line> joiners() {
        return List.of(Line.of(PRESENT, "Lin Chen, from Application support", "/people/lin", "since Mon 2 Nov, in both; 2 shadow turns"));
    }

    private static ReadinessSection section() {
        return new ReadinessSection("1 of 3, 1 due again", "/services/bedroom/readiness", List.of(
                new ReadinessSection.Row(PRESENT, "telemetry", "Telemetry", "Dashboard and logs are linked", "https://example.com/d", "seen by Holdfast, 4 days ago", "", "/services/bedroom/readiness?write=telemetry#write", false),
                new ReadinessSection.Row(DUE, "runbook", "Runbook", "https://example.com/a-very-long-address-without-any-place-to-break-it-whatever-the-width-of-the-page-may-be", null, "Ann Holt, 12 days ago, for a week", "Look at the runbook, and say so", "/services/bedroom/readiness?write=runbook#write", true),
                new ReadinessSection.Row(MISSING, "escalation-path", "Escalation path", "", null, "", "Cover the gap from Sun 29 Nov 17:00", "/on-call?service=bedroom", true)));
    }

    private static ReadinessPage page() {
        return new ReadinessPage("/services", "Services", "/services/bedroom/readiness", "bedroom", "Bedroom", "What is open stops nothing.", section(),
                List.of(new Choice("runbook", "Runbook", true), new Choice("telemetry", "Telemetry", false)), List.of(new Choice("", "as usual", true), new Choice("P7D", "a week", false)), true,
                List.of(new ReadinessPage.Said("Runbook", "Walked through it with everybody", "https://example.com/n", "Ann Holt, 12 days ago, for a week"), new ReadinessPage.Said("Learning mindset", "A retrospective after each incident", null, "the token ci, a day ago")),
                FormFaults.of("url", "An address begins with https://", Map.of("text", "typed", "url", "ftp://x")));
    }

    private static ReadinessListPage list(boolean any) {
        var states = Stream.of(MISSING, PRESENT, DUE, PRESENT, PRESENT, MISSING, MISSING).toList();
        return new ReadinessListPage(any ? "2 services: 6 missing, 2 due again. What is open stops nothing." : "No service is described here yet.",
                List.of(new Choice("", "any", true), new Choice("bedroom-team", "Bedroom", false)), any ? "" : "gone", "",
                List.of(new ReadinessListPage.Head("Service", "/readiness?sort=name", false, false), new ReadinessListPage.Head("Team", "/readiness?sort=team", false, false),
                        new ReadinessListPage.Head("Missing", "/readiness", true, true), new ReadinessListPage.Head("Due again", "/readiness?sort=due", false, true)),
                List.of("Inception", "Team skills", "Runbook", "Telemetry", "Onboarding", "Escalation path", "Learning mindset"),
                any ? List.of(new ReadinessListPage.Row("bedroom", "Bedroom", "Bedroom", "/teams/bedroom-team", states, 3, 3, 1, "/services/bedroom/readiness"),
                        new ReadinessListPage.Row(LONG, LONG, "nobody", null, states, 3, 3, 1, "/services/x/readiness")) : List.of(),
                any ? 815 : 0, "/readiness.csv");
    }
}
