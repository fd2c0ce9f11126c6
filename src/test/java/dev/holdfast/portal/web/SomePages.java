package dev.holdfast.portal.web;

import dev.holdfast.portal.web.costs.SomeCosts;
import dev.holdfast.portal.web.frame.ApiPage;
import dev.holdfast.portal.web.frame.FoundPage;
import dev.holdfast.portal.web.groups.Owned;
import dev.holdfast.portal.web.groups.ServiceRow;
import dev.holdfast.portal.web.groups.SomeAbsencePages;
import dev.holdfast.portal.web.groups.TeamPage;
import dev.holdfast.quantities.Because;
import dev.holdfast.quantities.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages with the furniture retailer's night of 24 November on them, and their extremes. */
final class SomePages {

    static final Instant NOW = Instant.parse("2026-11-24T03:24:27Z");
    static final ReaderTime TIME = new ReaderTime(ZoneId.of("Europe/London"), NOW);
    private static final Status MAJOR = new Status("Major", Shape.DIAMOND, Tone.SOLID);
    private static final Status OPEN = new Status("Acknowledged, being restored", Shape.HALF, Tone.ACCENT);
    private static final List<Because> WHY = List.of(
            Because.of("EXPOSURE", "bedroom loses $200,000 an hour when all of it is gone"),
            Because.of("IMPACT", "All of it is gone: alert BedroomSearchErrors is critical"));

    private SomePages() {}

    static Frame frame() {
        var who = new Frame.Who("ann", "Ann Holt", "on call until Mon 09:00", "AH", true);
        return new Frame(who, TIME, null, new Frame.Token("_csrf", "t"), 1, false, path -> path);
    }

    static Frame stranger() {
        return new Frame(null, TIME, null, new Frame.Token("_csrf", "t"), 0, true, path -> path);
    }

    /** Each page's address here, its template, and what it shows. */
    static Map<String, Map<String, Object>> all() {
        var pages = new LinkedHashMap<String, Map<String, Object>>();
        pages.put("incident", Map.of("template", "portal/incident", "frame", frame(), "page", incident()));
        pages.put("incident-resolved", Map.of("template", "portal/incident", "frame", frame(), "page", resolved()));
        pages.put("incidents", Map.of("template", "portal/incidents", "frame", frame(), "page", incidents(true)));
        pages.put("incidents-none", Map.of("template", "portal/incidents", "frame", frame(), "page", incidents(false)));
        pages.putAll(SomeServicePages.all());
        pages.putAll(SomePayPages.all());
        pages.putAll(SomeRotaPages.all());
        pages.putAll(SomeBeginnings.all(frame()));
        pages.putAll(SomeReadinessPages.all());
        pages.put("team", Map.of("template", "portal/team", "frame", frame(), "page", team(), "joiners", SomeReadinessPages.joiners()));
        pages.put("person", Map.of("template", "portal/person", "frame", frame(), "page", SomeAbsencePages.person(), "preparing", SomeReadinessPages.preparing()));
        pages.put("holidayCalendar", Map.of("template", "portal/holidayCalendar", "frame", frame(), "page", SomeAbsencePages.calendar()));
        pages.put("costs", Map.of("template", "portal/costs", "frame", frame(), "page", SomeCosts.page()));
        pages.put("costs-refused", Map.of("template", "portal/costs", "frame", frame(), "page", SomeCosts.refused()));
        pages.put("handovers", Map.of("template", "portal/handovers", "frame", frame(), "page", SomeHandovers.page()));
        pages.put("handovers-none", Map.of("template", "portal/handovers", "frame", frame(), "page", SomeHandovers.none()));
        pages.put("feeds", Map.of("template", "portal/feeds", "frame", frame(), "page", SomeHandovers.feeds()));
        pages.put("account", Map.of("template", "portal/account", "frame", frame(), "page", account()));
        pages.put("more", Map.of("template", "portal/more", "frame", frame()));
        pages.put("keys", Map.of("template", "portal/keys", "frame", frame()));
        pages.put("search", Map.of("template", "portal/search", "frame", frame(), "page", found()));
        pages.put("search-none", Map.of("template", "portal/search", "frame", frame(),
                "page", new FoundPage("Nothing is called “xyzzy”", "xyzzy", null, null, List.of())));
        pages.put("api", Map.of("template", "portal/api", "frame", frame(), "page", api()));
        pages.put("sign-in", Map.of("template", "portal/signIn", "frame", stranger(), "page", new SignInPage(
                FormFaults.of("account", "Account and password do not belong together", Map.of("account", "ann")), "", "/", true, null)));
        pages.put("sign-in-elsewhere", Map.of("template", "portal/signIn", "frame", stranger(), "page", new SignInPage(
                FormFaults.NONE, "", "/", true, new SignInPage.Provider("Furniture Retailer", "/sign-in/oidc", true))));
        pages.put("sign-in-away", Map.of("template", "portal/signIn", "frame", stranger(), "page", new SignInPage(
                FormFaults.NONE, "", "/", false, new SignInPage.Provider("Furniture Retailer", "/sign-in/oidc", false))));
        pages.put("signed-out", Map.of("template", "portal/signedOut", "frame", stranger(), "page",
                new SignedOutPage("Furniture Retailer", "https://sign-in.example.com/end")));
        pages.put("welcome", Map.of("template", "portal/invitation", "frame", stranger(), "page", new InvitationPage(
                "Make the administrator", "This link is used once. The account administers Holdfast and invites others.",
                "/welcome/secret", "", false, FormFaults.NONE)));
        pages.put("error", Map.of("template", "portal/error", "frame", frame(), "page", ErrorPage.of(404)));
        pages.put("error-stranger", Map.of("template", "portal/error", "frame", stranger(), "page", ErrorPage.of(410)));
        pages.putAll(SomeChangePages.all());
        pages.putAll(SomeCarePages.with(pages));
        return pages;
    }

    private static FoundPage found() {
        return new FoundPage("4 for “bedrom”", "bedrom", "bedroom", "/search?q=bedroom", List.of(
                new FoundPage.Group("Services", List.of(
                        new FoundPage.Row("found-1", "i-services", "Bedroom", "bedroom · furnishing · bedroom-team", "", "/services/bedroom", "", null))),
                new FoundPage.Group("Go and do", List.of(
                        new FoundPage.Row("found-2", "i-next", "Incidents", "", "", "/incidents", "g i", null),
                        new FoundPage.Row("found-3", "i-next", "Switch to dark", "How the pages look", "", "/more", "", "dark"))),
                new FoundPage.Group("Incidents", List.of(
                        new FoundPage.Row("found-4", "i-incidents", "Bedroom search returns errors to every customer, since the index was rebuilt",
                                "INC-482 · bedroom · open", "Tue 24 Nov", "/incidents/INC-482", "", null)))));
    }

    private static ApiPage api() {
        var acknowledge = new ApiPage.Operation("POST", "/api/v1/incidents/{incident}/acknowledge", "Acknowledge",
                List.of(new ApiPage.Parameter("incident", "path", "string", true), new ApiPage.Parameter("at", "query", "date-time", false)), "Note", "200 object");
        return new ApiPage("1 operation.", List.of(new ApiPage.Group("incidents", "Incidents", List.of(acknowledge))));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-24T" + time + "Z");
    }

    private static LossChart chart() {
        return LossChart.of(new LossChart.Course(
                List.of(new LossChart.Point(at("03:12:02"), usd("0")), new LossChart.Point(NOW, usd("41389"))),
                usd("200000"), usd("100000"), true,
                List.of(new LossChart.Event(at("03:12:41"), "acknowledged"), new LossChart.Event(at("03:16:30"), "index found empty"),
                        new LossChart.Event(at("03:20:00"), "2 join"))), TIME);
    }

    private static IncidentPage incident() {
        var running = new IncidentPage.Running("$41,389", "$", "41388.88", "55.5555", "12:25", "745", "at $200,000 an hour",
                "Impact 100 %, $55.56 a second", WHY);
        var acts = new IncidentPage.Acts(false, true, true, true, true, false, true, true, true, false, true, true, "100 %",
                List.of(new Choice("1", "All", true), new Choice("0.5", "Half", false), new Choice("0.25", "A quarter", false), new Choice("0", "None", false)),
                List.of(new Choice("bedroom", "bedroom", true)),
                List.of(new Choice("bedroom", "bedroom", true), new Choice("sofas", "sofas", false)),
                List.of(new Choice("ann", "Ann Holt", true), new Choice("ben", "Ben Okafor", false)),
                List.of(new Choice("L2", "L2, app-support: Hal Jones", false), new Choice("L3", "L3, platform: Ann Holt", false)));
        return new IncidentPage("INC-482", "Bedroom search returns errors", "bedroom", "Tue 24 Nov, since 03:12:02",
                List.of(MAJOR, OPEN), "", running, chart(), figures(), timeline(), people(), "3 helping", ahead(), hit(), needs(), alerts(),
                List.of(new IncidentPage.Place("i-runbook", "Runbook", "https://example.com/r"), new IncidentPage.Place("i-dashboard", "Dashboard", "https://example.com/d")),
                new IncidentPage.Runbook("https://example.com/r", "Kept by Bedroom", List.of(new IncidentPage.Place("i-link", "edge errors", "https://example.com/e"))),
                changes(), List.of(new IncidentPage.Paged("You were called at 03:12:04", WHY)),
                "Ravi Menon is called next, at 03:29:04 (step 2, round 1)", null, acts, FormFaults.NONE);
    }

    private static IncidentPage resolved() {
        var open = incident();
        var running = new IncidentPage.Running("$1,541,389", "$", "1541389", null, "7:42:25", null, "from 03:12:02 to 10:54:27", "", WHY);
        var over = LossChart.of(new LossChart.Course(
                List.of(new LossChart.Point(at("03:12:02"), usd("0")), new LossChart.Point(at("06:00:00"), usd("560000")),
                        new LossChart.Point(at("10:54:27"), usd("1541389"))), null, usd("100000"), false, List.of()), TIME);
        var acts = new IncidentPage.Acts(false, false, false, false, false, true, false, true, false, false, false, false, "", List.of(), List.of(), List.of(), List.of(), List.of());
        return new IncidentPage("INC-471", "A long sentence from an alert that nobody shortened: upstream_connect_error_or_disconnect_reset_before_headers_retried_and_the_latest_reset_reason", "the-service-with-the-longest-name-that-anybody-ever-gave-away",
                "Thu 19 Nov, since 03:12:02", List.of(new Status("Minor", Shape.RING, Tone.QUIET), new Status("Resolved", Shape.CHECK, Tone.SAFE)), "",
                running, over, open.figures(), open.timeline(), List.of(), "nobody", List.of(), List.of(), List.of(), List.of(), List.of(),
                new IncidentPage.Runbook(null, "No runbook is linked: add spec.links.runbook to the service", List.of()), List.of(), List.of(), null,
                "Deciding is for the team Bedroom, incident managers and those who help. Join, and the buttons are yours.", acts,
                FormFaults.of("text", "A note needs words", Map.of("text", "typed")));
    }

    private static List<Figure> figures() {
        return List.of(
                Figure.of("Tolerance left this week", "1:03:11", "of 1:40:48 at 99.0 %", "25:12 used before, 12:25 now")
                        .with(Gauge.of(Duration.ofSeconds(6048), Duration.ofSeconds(1512), Duration.ofSeconds(745))),
                Figure.of("Response", "Restore immediately", "", "High: expected $200,000").because(WHY),
                Figure.of("Protected if restored now", "$294,611", "88 % of $336,000", "70 % if restored at 03:42"),
                Figure.of("At risk", "$200,000", "an hour", "$640,000 from Fri 27 Nov, Black Friday").toned(Tone.CAUTION));
    }

    private static IncidentPage.Timeline timeline() {
        var entries = List.of(
                entry("1", "03:20:00", Shape.RING, Tone.QUIET, "Ben Okafor", "joined", null),
                entry("2", "03:16:30", Shape.RING, Tone.QUIET, "Ann Holt", "", "The search index is empty since the 03:00 rebuild. 1.418 changed its mapping. Going back to 1.417."),
                entry("3", "03:12:41", Shape.HALF, Tone.ACCENT, "Ann Holt", "acknowledged in 37 s", null),
                entry("4", "03:12:04", Shape.RING, Tone.QUIET, "", "Paged Ann Holt by push and chat: furnishing domain, out of hours", null),
                entry("5", "03:12:02", Shape.DIAMOND, Tone.LOSS, "", "Major: $200,000 an hour, above $100,000", null));
        return new IncidentPage.Timeline(List.of(new Choice("?", "All", true), new Choice("?show=notes", "Notes", false), new Choice("?show=pages", "Pages", false)), entries);
    }

    private static IncidentPage.Entry entry(String id, String time, Shape shape, Tone tone, String lead, String words, @Nullable String quote) {
        return new IncidentPage.Entry(id, null, time, new Status("", shape, tone), lead, words, quote, null, id.equals("5") ? WHY : List.of());
    }

    private static List<Line> people() {
        return List.of(Line.of(new Avatar("AH", "p1"), "Ann Holt", null, "commander").asStrong(),
                Line.of(new Avatar("BO", "p2"), "Ben Okafor", "/people/ben", "since 03:20"));
    }

    private static List<Pair> ahead() {
        return List.of(Pair.of("03:42:02", "$100,000 lost"), Pair.of("04:12:02", "$200,000 lost"), Pair.of("04:27:38", "week’s tolerance gone"));
    }

    private static List<Line> hit() {
        return List.of(Line.of(new Status("hit", Shape.DIAMOND, Tone.LOSS), "room-planner", "/services/room-planner", "hard, $60,000 an hour"),
                Line.of(new Status("holds", Shape.RING, Tone.QUIET), "checkout", "/services/checkout", "circuit breaker"));
    }

    private static List<Line> needs() {
        return List.of(Line.of(new Status("down as well", Shape.DIAMOND, Tone.LOSS), "search-index", "/services/search-index", "hard, down too: INC-481"),
                Line.of(new Status("third party", Shape.RING, Tone.QUIET), "payments", null, "circuit breaker, third party"));
    }

    private static List<Line> changes() {
        return List.of(Line.of(new Status("before it", Shape.RING, Tone.QUIET), "1.418 deployed · bedroom-pipeline", null, "Mon 16:52"),
                Line.of(new Status("before it", Shape.RING, Tone.QUIET), "Catalogue, version 7 · Ben Okafor", null, "Fri 15:40"));
    }

    private static List<IncidentPage.AlertLine> alerts() {
        return List.of(new IncidentPage.AlertLine(new Status("firing", Shape.DIAMOND, Tone.LOSS), "All searches fail", "BedroomSearchErrors", "6 times", "03:24"));
    }

    private static IncidentsPage.Row open() {
        return new IncidentsPage.Row(null, "INC-482", "Bedroom search returns errors", "bedroom", List.of(MAJOR, OPEN), "Ann Holt", "tolerance gone 04:27",
                "03:12", "12:25", new IncidentsPage.Loss("$41,389", "$", "41388.88", "55.5555", "$200,000 an hour"));
    }

    private static List<IncidentsPage.Row> past() {
        var rows = new ArrayList<IncidentsPage.Row>();
        for (var i = 0; i < 40; i++) {
            rows.add(new IncidentsPage.Row(i == 0 ? "Thu 19 Nov" : null, "INC-" + (471 - i), "Configurator slow, then down", "wardrobes",
                    List.of(new Status("Resolved", Shape.CHECK, Tone.SAFE)), "Chloe Adams", "", "11:05", "25:12",
                    new IncidentsPage.Loss("$84,000", "$", "84000", null, "$252,000 protected")));
        }
        return rows;
    }

    private static IncidentsPage incidents(boolean any) {
        var states = List.of(new Choice("?", "All", true), new Choice("?state=open", "Open", false), new Choice("?state=resolved", "Resolved", false));
        var types = List.of(new Choice("", "any", true), new Choice("major", "major", false));
        var figures = List.of(Figure.of("Open now", any ? "1" : "0", "", ""), Figure.of("Lost", any ? "$3,441,389" : "–", "", any ? "$41,389 of it in what is open" : ""),
                Figure.of("Protected", any ? "$10,080,000" : "–", any ? "75\u202f%" : "", "of $13,440,000 at the tolerance"), Figure.of("Incidents", any ? "41" : "0", "", ""));
        return new IncidentsPage(any ? "One incident is open" : "Nothing is wrong", any ? "$200,000 an hour is being lost." : "No money is being lost.", figures, states,
                new IncidentsPage.Filter("all", types, "", "", "", any ? "2026-10-01" : "", "", any, any), any ? List.of(open()) : List.of(), null,
                any ? past() : List.of(), "/incidents.csv", "/incidents/wall", any ? "?cursor=x" : null);
    }

    private static TeamPage team() {
        var row = new ServiceRow("bedroom", "Bedroom, Furnishing a home", new Status("You Build It You Run It", Shape.DOT, Tone.ACCENT), "99.0 %", "domain by night", "$200,000", MAJOR, "INC-482");
        return new TeamPage("bedroom-team", "Bedroom", "A product team of 2. It answers for 1 service, $200,000 an hour at risk. One incident is open.",
                List.of(new Status("Product team", Shape.RING, Tone.QUIET)), "/catalogue/teams/bedroom-team/edit",
                List.of(Figure.of("On call now", "Ann Holt", "", "until 17:30"), Figure.of("At risk", "$200,000", "an hour", "1 service"),
                        Figure.of("Open incidents", "1", "", "$200,000 an hour being lost").toned(Tone.LOSS), Figure.of("Next gap", "Sun 29 Nov 17:30", "", "16 hours").toned(Tone.LOSS)),
                new Owned(List.of(row), 1, 0, Money.of("200000", "USD"), List.of()), null,
                List.of(Pair.to("Lead", "Ben Okafor", "/people/ben"), Pair.add("Product manager", "/catalogue/teams/bedroom-team/edit")),
                List.of(new TeamPage.Member("ann", "Ann Holt", new Avatar("AH", "p1"), "on call until 17:30"), new TeamPage.Member("ben", "Ben Okafor", new Avatar("BO", "p2"), "cannot be reached")),
                List.of(Pair.of("They work", "Mon to Fri 09:00 to 17:30"), Pair.of("In the zone", "Europe/London")),
                List.of(Pair.to("Fri 25 Dec", "Christmas Day", "/holiday-calendars/england"), Pair.of("Fri 1 Jan 2027", "a holiday")));
    }

    private static AccountPage account() {
        return new AccountPage("Ann Holt", List.of(Pair.of("Account", "ann"), Pair.of("Roles", "admin")),
                List.of(new Choice("", "As the system", true), new Choice("light", "Light", false), new Choice("dark", "Dark", false)),
                List.of(new AccountPage.Token("1", "pipeline", "read, deployments", "Mon 1 Mar 2027", "03:12")), "hf_0123456789abcdef0123456789abcdef",
                List.of(new Choice("read", "read", true), new Choice("incidents", "incidents", false)), new Picker("team", "Only what this team owns", List.of(), "", "/on-call/names?of=team"),
                true, "http://localhost:8080/invitations/0123456789abcdef", List.of(), new Picker("person", "Person", List.of(new Choice("ben", "Ben Okafor", false)), "", ""), FormFaults.NONE);
    }
}
