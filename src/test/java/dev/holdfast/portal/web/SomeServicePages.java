package dev.holdfast.portal.web;

import dev.holdfast.portal.web.oncall.OnCallPage;
import dev.holdfast.portal.web.oncall.Proposed;
import dev.holdfast.portal.web.service.ServicePage;
import dev.holdfast.portal.web.service.ServicesPage;
import dev.holdfast.quantities.Because;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages of services and of who is on call, with much on them, with names that are too long, and with little. */
final class SomeServicePages {

    private static final Status MAJOR = new Status("Major", Shape.DIAMOND, Tone.SOLID);
    private static final Status THERE = new Status("there", Shape.CHECK, Tone.SAFE);
    private static final Status MISSING = new Status("missing", Shape.TRIANGLE, Tone.CAUTION);
    private static final Status YBYR = new Status("You Build It You Run It", Shape.DOT, Tone.ACCENT);
    private static final List<Because> WHY = List.of(
            Because.of("EXPOSURE", "bedroom loses $200,000 an hour when all of it is gone"), Because.of("LEVEL", "99.0 % calls the domain out of hours"));
    private static final String LONG = "the-service-with-the-longest-name-that-anybody-ever-gave-away-1";

    private SomeServicePages() {}

    static Map<String, Map<String, Object>> all() {
        var pages = new LinkedHashMap<String, Map<String, Object>>();
        pages.put("services", page("services", services(false)));
        pages.put("services-none", page("services", services(true)));
        pages.put("service", page("service", service()));
        pages.put("service-little", page("service", little()));
        pages.put("on-call", page("onCall", onCall()));
        pages.put("on-call-proposed", proposed());
        pages.put("on-call-none", page("onCall", nobody()));
        pages.put("on-call-many", page("onCall", many()));
        return pages;
    }

    private static Map<String, Object> proposed() {
        var all = new HashMap<>(page("onCall", onCall()));
        var turns = List.of(new Proposed.Turn("ann", "Ann Holt, Bedroom", "1"), new Proposed.Turn(LONG, LONG + ", " + LONG, "2"));
        var because = "answers out of hours for bedroom, " + LONG + " and 4 more, since Sat 21 Nov 19:34, and has no schedule.";
        all.put("proposed", List.of(
                new Proposed("1", "/domains/furnishing", "Furnishing", because, List.of("Grouped by region: whoever is on call has to know a lot."), "A week each, from Monday at 09:00", turns, true),
                new Proposed("2", "/domains/" + LONG, LONG, because, List.of(), "A week each, from Monday at 09:00", turns, false)));
        all.put("held", List.of(
                new HeldCallout("/incidents/INC-1", "No rugs", "INC-1, rugs", "12:00", new Status("waits", Shape.RING, Tone.QUIET), "Ann Holt", "Mon 23 Nov 09:00", "$168,006"),
                new HeldCallout("/incidents/INC-2", LONG, "INC-2, " + LONG, "12:00", new Status("gap", Shape.DIAMOND, Tone.LOSS), "nobody yet: the fallback chain", "Mon 23 Nov 09:00", "not known")));
        all.put("faults", FormFaults.of("proposed", "Name between one and 100 people, in their order.", Map.of("order.ann", "2")));
        return all;
    }

    private static Map<String, Object> page(String template, Object page) {
        return Map.of("template", "portal/" + template, "frame", SomePages.frame(), "page", page);
    }

    private static ServicesPage services(boolean empty) {
        var rows = List.of(
                new ServicesPage.Row("bedroom", "Bedroom, furnishing", MAJOR, null, "Bedroom", "/teams/bedroom", YBYR, "$200,000", "$640,000 at Black Friday", "99.0 %", "daily", "Ann Holt", "domain, until 09:00", false),
                new ServicesPage.Row("appointments", "stores", null, new Status("Building", Shape.RING, Tone.QUIET), "Stores", "/teams/stores", YBYR, "$4,000", "", "95.0 %", "weekly", "nobody", "waits until 09:00", false),
                new ServicesPage.Row(LONG, "not assessed", null, null, "nobody", null, MISSING, "–", "", "–", "–", "Gus Hall", "fallback: a gap", true));
        var any = List.of(new ServicesPage.Picker("domain", "Domain", List.of(new Choice("", "all", true))), new ServicesPage.Picker("look", "Look at", List.of(new Choice("", "all", true))));
        var heads = List.of(new ServicesPage.Head("Service", "/services", true, ""), new ServicesPage.Head("Now", null, false, "broad"), new ServicesPage.Head("Team", "?sort=team", false, "broad"),
                new ServicesPage.Head("Run", null, false, "broad"), new ServicesPage.Head("At risk an hour", "?sort=risk", false, "num"), new ServicesPage.Head("Target", "?sort=target", false, "num broad"),
                new ServicesPage.Head("Deployed", null, false, "broad"), new ServicesPage.Head("Called now", null, false, ""));
        var counts = List.of(new ServicesPage.Count("At risk together", "$204,000", "an hour", "bedroom most, $200,000", null, "?sort=risk"), new ServicesPage.Count("Incomplete", "1", "of 3", "without owner", Tone.CAUTION, "?look=missing"));
        return new ServicesPage("3 services, $204,000 an hour at risk together.", empty, true, "", any, true, "", heads, counts, empty ? List.of() : rows, "$204,000", "/services.csv", null, "?cursor=x");
    }

    private static ServicePage service() {
        var web = DependencyWeb.of("bedroom", "incident INC-482", true,
                List.of(new DependencyWeb.Neighbour("room-planner", "hard", "$60,000 an hour", true, false), new DependencyWeb.Neighbour("checkout", "circuit breaker", "", true, false)),
                List.of(new DependencyWeb.Neighbour("product-search", "hard", "no open incident", false, false), new DependencyWeb.Neighbour("payments", "hard", "third party", false, true), new DependencyWeb.Neighbour(LONG, "queue", "not described", false, false)));
        var runbook = new ServicePage.LinkTo("i-runbook", "Runbook", "https://example.com/r", "4 d", false);
        return new ServicePage("bedroom", "bedroom", "Search, configure and buy bedroom furniture.",
                List.of(new Status("Live", Shape.DOT, Tone.SAFE), new Status("Digital service", Shape.RING, Tone.QUIET), YBYR), null,
                List.of(runbook, new ServicePage.LinkTo("i-logs", "Logs", "https://example.com/l", "not checked for 120 days", true), new ServicePage.LinkTo("i-dashboard", "Dashboard", "https://example.com/d", "by template", false)),
                new ServicePage.OpenIncident(MAJOR, "INC-482", "Bedroom search returns errors", "$41,389 lost", "Ann Holt has it"),
                List.of(Figure.of("On call now", "Ann Holt", "", "domain, until 09:00, then Ben Okafor").with(new Avatar("AH", "p1")).because(WHY),
                        Figure.of("Tolerance left this week", "1:03:11", "of 1:40:48", "99.63 % over 7 days, target 99.0 %").with(Gauge.of(Duration.ofSeconds(6048), Duration.ofSeconds(1512), Duration.ofSeconds(745))),
                        Figure.of("Availability target", "99.0 %", "", "deployed daily").because(WHY),
                        Figure.of("At risk", "$200,000", "an hour", "$640,000 from Fri 27 Nov, Black Friday").toned(Tone.CAUTION)),
                List.of(new ServicePage.Happened("Today", "03:12", "Bedroom search returns errors", "/incidents/INC-482", "INC-482, major", "", "Ann Holt", new Status("$41,389, open", Shape.DIAMOND, Tone.LOSS)),
                        new ServicePage.Happened(null, "03:11", "All searches fail", null, "critical alert", "BedroomSearchErrors", "", new Status("firing", Shape.DIAMOND, Tone.LOSS)),
                        new ServicePage.Happened("Thu 19 Nov", "11:05", "Changed: links, peaks", null, "catalogue, version 4, in force from Fri 27 Nov 00:00", "", "the token gitops", new Status("declared", Shape.RING, Tone.QUIET))),
                ribbon(), List.of(new Said("16 hours with nobody on a schedule", "from Sun 29 Nov 17:00, $640,000 an hour at risk. Pat Reid is called instead.", Tone.LOSS, "See the schedules", "/on-call")), web,
                "If it goes down, 2 services go down with it, worth $90,000 an hour.",
                List.of(new ServicePage.Outside("payments", "Payments provider", "hard", List.of(Pair.of("Reach them", "+44 20 7946 0000"), Pair.of("They promise", "An answer within 15 minutes")), List.of(runbook), true),
                        new ServicePage.Outside("parcels", "parcels", "queue", List.of(), List.of(), false)),
                List.of(Pair.to("Team", "Bedroom, 6 people", "/teams/bedroom-team"), Pair.of("Budget holder", "Pat Reid, product")),
                List.of(Pair.of("Availability", "99.0 %").because(WHY), Pair.of("Called out of hours", "the domain").because(WHY)),
                List.of("A digital service lands on Ops Run It."), null,
                List.of(new ServicePage.Ready(THERE, "Runbook", "4 d", "https://example.com/r", null), new ServicePage.Ready(MISSING, "Demand", "missing", null, "/catalogue/services/bedroom/edit#demand")), "1 of 2, 1 to do");
    }

    private static ServicePage little() {
        return new ServicePage(LONG, LONG, "", List.of(new Status("Building", Shape.RING, Tone.QUIET), MISSING),
                new Said("Not live: building.", "Nobody is called before it is live.", Tone.CAUTION, null, ""), List.of(), null,
                List.of(Figure.of("On call now", "nobody", "", "nobody by choice"), Figure.of("Tolerance left this week", "no target", "", "Not assessed"), Figure.of("Availability target", "none yet", "", "").toned(Tone.CAUTION), Figure.of("At risk", "not known", "", "").toned(Tone.CAUTION)),
                List.of(), null, List.of(), DependencyWeb.of(LONG, "", false, List.of(), List.of()), "Nothing goes down with it.", List.of(),
                List.of(Pair.missing("Team", "nobody owns it")), List.of(Pair.of("Called in working hours", "its own team")), List.of(),
                new ServicePage.Unassessed("what an hour without it costs", List.of(new ServicePage.Band("$7,000", "95.0 %", "8:24:00", "nobody, by choice"), new ServicePage.Band("$250,000", "99.0 %", "1:40:48", "the domain"))),
                List.of(new ServicePage.Ready(MISSING, "Owner", "missing", null, "/catalogue/services/x/edit#owner")), "0 of 1, 1 to do");
    }

    private static OnCallPage onCall() {
        return page("Ann Holt and Ravi Menon are on call", "Sun 29 Nov 17:00, bedroom, at $640,000 an hour", ribbon(), List.of(), false,
                List.of(new OnCallPage.Mend(new Status("gap", Shape.DIAMOND, Tone.LOSS), "Gap, Sun 29 Nov 17:00, 16 hours", "Bedroom by night: bedroom, $640,000 an hour at risk. Until it is filled the fallback chain is called.", "Put somebody there", "/schedules/bedroom-nights"),
                        new OnCallPage.Mend(MISSING, "Too few on the rota", LONG + ": 2 take turns; with fewer than 3 nobody has rest.", "Add people to its layers.", "/schedules/bedroom-nights/edit")),
                new OnCallPage.Why("bedroom", "2026-11-29T18:00", List.of("bedroom"), null, new Status("gap", Shape.DIAMOND, Tone.LOSS), "Nobody is on a schedule.", "Pat Reid is called, by the fallback chain.", WHY));
    }

    private static OnCallPage nobody() {
        return page("Nobody is on call", null, null, List.of(), true, List.of(), new OnCallPage.Why("", "2026-11-29T18:00", List.of(), null, null, "", "", List.of()));
    }

    private static OnCallPage many() {
        return page("812 people are on call", null, null,
                List.of(new OnCallPage.Group("Furnishing a home", "?domain=furnishing", "120 schedules", "98 people on call", new Status("2 gaps", Shape.DIAMOND, Tone.LOSS)), new OnCallPage.Group("Operations, others", "", "880 schedules", "714 people on call", null)),
                false, List.of(), new OnCallPage.Why("sofa", "2026-11-29T18:00", List.of("bedroom"), "There is no service sofa.", null, "", "", List.of()));
    }

    private static OnCallPage page(String heading, @Nullable String warning, @Nullable Ribbon ribbon, List<OnCallPage.Group> groups, boolean none, List<OnCallPage.Mend> mend, OnCallPage.Why why) {
        var levels = List.of(new OnCallPage.Level(new Status("own team", Shape.DOT, Tone.ACCENT), "99.9 %", List.of(new OnCallPage.Named("checkout", "/services/checkout"), new OnCallPage.Named(LONG, "/services/x")), "and 12 others", "/services", "bedroom from Fri 27 Nov", "$2,000"),
                new OnCallPage.Level(new Status("nobody", Shape.RING, Tone.QUIET), "95.0 %", List.of(new OnCallPage.Named("appointments", "/services/appointments")), "", "", "", "0"));
        return new OnCallPage(heading, "10 schedules.", warning, List.of(new Choice("?view=now", "Now", false), new Choice("?", "Two weeks", true), new Choice("?view=month", "Five weeks", false)),
                List.of(new Picker("domain", "Domain", List.of(new Choice("", "all", true)), "", ""), new Picker("team", "Team", List.of(), "bedroom", "/on-call/names?of=team")), List.of(new OnCallPage.Hidden("view", "weeks")), true,
                new OnCallPage.Moving("?from=2026-11-16", "?", "?from=2026-11-30", true, "Mon 23 Nov to Sun 6 Dec"), "/on-call.csv", ribbon, groups, List.of(), none, mend, 0, why, levels);
    }

    static Ribbon ribbon() {
        var monday = Instant.parse("2026-11-23T00:00:00Z");
        var courses = new ArrayList<Ribbon.Course>();
        var days = new ArrayList<Ribbon.Stretch>();
        for (var day = 0; day < 5; day++) {
            var from = monday.plus(Duration.ofHours(24L * day + 9));
            days.add(new Ribbon.Stretch(from, from.plus(Duration.ofHours(8)), Ribbon.Kind.TURN, "ben", "Ben Okafor"));
        }
        courses.add(new Ribbon.Course("Furnishing", "Working hours", "team", days));
        courses.add(new Ribbon.Course("Furnishing", "Out of hours", "domain", List.of(
                new Ribbon.Stretch(monday, monday.plus(Duration.ofHours(65)), Ribbon.Kind.TURN, "ann", "Ann Holt"),
                new Ribbon.Stretch(monday.plus(Duration.ofHours(65)), monday.plus(Duration.ofHours(81)), Ribbon.Kind.OVERRIDE, "dan", "Dan Wu"),
                new Ribbon.Stretch(monday.plus(Duration.ofHours(81)), monday.plus(Duration.ofHours(168)), Ribbon.Kind.TURN, "ann", "Ann Holt"),
                new Ribbon.Stretch(monday.plus(Duration.ofHours(168)), monday.plus(Duration.ofHours(184)), Ribbon.Kind.GAP, "", "gap"),
                new Ribbon.Stretch(monday.plus(Duration.ofHours(184)), monday.plus(Duration.ofHours(330)), Ribbon.Kind.TURN, "ravi", "Ravi Menon"))));
        courses.add(new Ribbon.Course("Stores", "Appointments", "nobody out of hours", List.of(
                new Ribbon.Stretch(monday, monday.plus(Duration.ofHours(336)), Ribbon.Kind.QUIET, "", "nobody by choice"))));
        return Ribbon.of("bedroom", courses, LocalDate.parse("2026-11-23"), 14, SomePages.TIME, new Grounds());
    }
}
