package dev.holdfast.portal.web;

import dev.holdfast.portal.web.audit.SomeAudits;
import dev.holdfast.portal.web.changes.AgendaPage;
import dev.holdfast.portal.web.changes.AgendasPage;
import dev.holdfast.portal.web.changes.ChangePage;
import dev.holdfast.portal.web.changes.ChangesPage;
import dev.holdfast.portal.web.changes.ChangesWallPage;
import dev.holdfast.portal.web.changes.FreezePage;
import dev.holdfast.portal.web.changes.TemplatePage;
import dev.holdfast.portal.web.measures.SomeMeasures;
import dev.holdfast.portal.web.unplaced.UnplacedPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What waits and was deployed, a change, a template, what pipelines told and nobody placed, measures; and their extremes. */
final class SomeChangePages {

    private static final String LONG = "appointments-and-consultations-in-the-shops-of-the-north-1";
    private static final Status SUCCEEDED = new Status("Succeeded", Shape.CHECK, Tone.SAFE);
    private static final Status FAILED = new Status("Failed", Shape.DIAMOND, Tone.LOSS);
    private static final Status PENDING = new Status("Waits for approval", Shape.HALF, Tone.CAUTION);
    private static final List<Choice> STATES = List.of(
            new Choice("", "Deployments", true), new Choice("pending", "Waiting", false), new Choice("approved", "Approved", false),
            new Choice("rejected", "Rejected", false));

    private SomeChangePages() {}

    static Map<String, Map<String, Object>> all() {
        var pages = new LinkedHashMap<String, Map<String, Object>>();
        pages.put("changes", example("changes", changes()));
        pages.put("changes-none", example("changes", new ChangesPage(
                "Nothing waits for a decision.", List.of(), queue(List.of(), FormFaults.NONE), List.of(), "", "", STATES, List.of(), null, List.of(), "/changes.csv", null)));
        pages.put("changes-waiting", example("changes", new ChangesPage(
                "2 changes wait for a decision.", figures(),
                queue(waiting(), FormFaults.of("reason-CHG-1042", "Say why it is rejected.", Map.of("reason-CHG-1042", " "))),
                List.of(new ChangesPage.Freeze("black-friday", new Status("Frozen", Shape.TRIANGLE, Tone.CAUTION), "black-friday, until Tue 1 Dec: " + LONG)),
                "pending", LONG, STATES, List.of(), List.of(
                        new ChangesPage.Raised("CHG-1042", "Payment provider's new certificate", "checkout", "Normal", "Mon 23 Nov 16:02", "11 h", PENDING),
                        new ChangesPage.Raised("CHG-1043", "Move the index of " + LONG, LONG, "Emergency", "02:40", "44 min", PENDING)),
                List.of(), "/changes.csv?state=pending", "/changes?state=pending&before=1042")));
        pages.put("changes-wall", example("changesWall", wall()));
        pages.put("changes-wall-none", example("changesWall", new ChangesWallPage(
                "The whole organisation", "No change waits", figures(), List.of(), 0, List.of(), List.of())));
        pages.put("change", example("change", change(FormFaults.of("reason", "Say why", Map.of()))));
        pages.put("change-decided", example("change", new ChangePage(
                "CHG-1", "Raise the time-out", "bedroom", SUCCEEDED, null, List.of(Pair.of("Kind", "Standard")), List.of(), List.of(), List.of(), false, false,
                FormFaults.NONE)));
        pages.put("change-template", example("changeTemplate", template()));
        pages.put("change-template-new", example("changeTemplate", new TemplatePage(
                LONG + "-releases", "Releases of " + LONG, LONG, PENDING, List.of(Pair.of("Covers", "production")), List.of(), List.of(), List.of(),
                FormFaults.NONE)));
        pages.put("unplaced", example("unplaced", unplaced()));
        pages.put("unplaced-none", example("unplaced", new UnplacedPage("Everything that pipelines told is placed.", "Placed: 3 events.", List.of(), List.of(), FormFaults.NONE)));
        pages.put("throughput", example("throughput", SomeMeasures.page()));
        pages.put("throughput-none", example("throughput", SomeMeasures.none()));
        SomeAudits.pages().forEach((name, page) -> pages.put(name, example(name.replaceAll("-.*", ""), page)));
        pages.put("agendas", example("agendas", new AgendasPage(
                List.of(new AgendasPage.Row("1", "Tue 24 Nov 14:00", "3 changes, 1 decided", "Cora Quist")),
                List.of(new AgendasPage.Candidate("CHG-1042", "checkout v119", "11 hours", true), new AgendasPage.Candidate("CHG-1043", LONG + " " + LONG, "44 minutes", false)),
                true, FormFaults.of("at", "Say when you look at them.", Map.of("at", "")))));
        pages.put("agendas-none", example("agendas", new AgendasPage(List.of(), List.of(), true, FormFaults.NONE)));
        pages.put("agenda", example("agenda", new AgendaPage(
                "1", "Tue 24 Nov 14:00", "Made by Cora Quist. 1 of 3 is decided.", waiting().getFirst(), waiting().subList(1, 2),
                List.of(new AgendaPage.Done("CHG-1039", LONG, SUCCEEDED, "Small, and tried on Monday.")), true, FormFaults.of("reason", "Say why it is rejected.", Map.of()))));
        pages.put("agenda-decided", example("agenda", new AgendaPage(
                "1", "Tue 24 Nov 14:00", "All are decided.", null, List.of(), List.of(new AgendaPage.Done("CHG-1039", "Raise the time-out", FAILED, "")), false, FormFaults.NONE)));
        pages.put("freeze-window", example("freezeWindow", new FreezePage(
                "black-friday", new Status("Frozen", Shape.TRIANGLE, Tone.CAUTION), "black-friday, Thu 26 Nov 18:00 to Tue 1 Dec 06:00: " + LONG + ". Emergencies pass.",
                List.of(Pair.of("From", "Thu 26 Nov 18:00"), Pair.of("Stops", LONG)), "2026-10-29T18:00", "2026-11-03T06:00", figures().subList(0, 2),
                List.of(new FreezePage.Stopped("Fri 30 Oct 14:00", "bedroom", "1.417", SUCCEEDED), new FreezePage.Stopped("Fri 30 Oct 15:00", LONG, LONG, FAILED)), 312,
                FormFaults.NONE)));
        pages.put("freeze-window-none", example("freezeWindow", new FreezePage(
                LONG, new Status("over", Shape.RING, Tone.QUIET), "It is over.", List.of(), "2026-10-29T18:00", "", List.of(), List.of(), 0,
                FormFaults.of("from", "Say from when to when; the end comes after the beginning.", Map.of()))));
        return pages;
    }

    private static Map<String, Object> example(String template, Object page) {
        return Map.of("template", "portal/" + template, "frame", SomePages.frame(), "page", page);
    }

    private static List<Figure> figures() {
        return List.of(
                Figure.of("Deployed", "128", "in 7 days", "94 % by templates"), Figure.of("Waiting", "2", "", "the longest for 11 h"),
                Figure.of("Failed", "3", "", "2.3 % of what was deployed").toned(Tone.LOSS), Figure.of("Without a change", "1", "", "nobody asked the gate").toned(Tone.CAUTION));
    }

    private static ChangesPage.Queue queue(List<ChangesPage.Waiting> waiting, FormFaults faults) {
        return new ChangesPage.Queue(waiting, true, new ChangesPage.Decided("CHG-1039", "Raise the time-out", SUCCEEDED), faults);
    }

    private static ChangesWallPage wall() {
        return new ChangesWallPage(
                "Furniture Retailer", "2 changes wait", figures(),
                waiting().stream().map(each -> new ChangesWallPage.Waiting(each.number(), each.what(), each.waited(), each.status())).toList(), 3,
                List.of(
                        new ChangesWallPage.Deployed("03:02", "bedroom", "2026.11.24-1", "standard CHG-1041", FAILED),
                        new ChangesWallPage.Deployed("01:17", LONG, "9f3c2b1a0d4e5f60718293a4b5c6d7e8f9012345", "no change", SUCCEEDED)),
                List.of(new ChangesPage.Freeze("black-friday", new Status("Frozen", Shape.TRIANGLE, Tone.CAUTION), "black-friday, until Tue 1 Dec: " + LONG)));
    }

    private static List<ChangesPage.Waiting> waiting() {
        return List.of(
                new ChangesPage.Waiting("CHG-1042", "checkout v119, normal", "Mon 23 Nov 16:02", "11 h", PENDING,
                        List.of("At risk $620,000 an hour", "Deployed 14 times in 90 days, 1 failed", "Nobody is on call for " + LONG), true, true),
                new ChangesPage.Waiting("CHG-1043", LONG + " 9f3c2b1a0d4e5f60718293a4b5c6d7e8f9012345, emergency", "02:40", "44 min",
                        new Status("Emergency", Shape.DIAMOND, Tone.LOSS), List.of(), false, false));
    }

    private static ChangesPage changes() {
        return new ChangesPage(
                "2 changes wait for a decision.", figures(), queue(waiting(), FormFaults.NONE), List.of(), "", "", STATES,
                List.of(
                        new ChangesPage.Row("Tuesday 24 November", "03:02", "bedroom", "2026.11.24-1", "CHG-1041", "Standard", "Dan Webb", "2 h 10 min", "3 commits", FAILED),
                        new ChangesPage.Row(null, "01:17", LONG, "9f3c2b1a0d4e5f60718293a4b5c6d7e8f9012345", null, "No change", "pipeline-of-the-north", "–", "–", SUCCEEDED),
                        new ChangesPage.Row("Monday 23 November", "16:40", "checkout", "v118", "CHG-1040", "Normal", "Ann Holt", "3 days", "12 commits", SUCCEEDED)),
                null,
                List.of(
                        new ChangesPage.Template("bedroom-releases", "Releases of Bedroom", "bedroom", new Status("Agreed", Shape.CHECK, Tone.SAFE), "Tue 8 Dec", true),
                        new ChangesPage.Template(LONG + "-releases", "Releases of " + LONG, LONG, new Status("Suspended", Shape.TRIANGLE, Tone.CAUTION), null, false)),
                "/changes.csv", "/changes?before=1040");
    }

    private static ChangePage change(FormFaults faults) {
        return new ChangePage(
                "CHG-1042", "Payment provider's new certificate", "checkout", PENDING,
                "The old one ends on 1 December. Both are accepted until then, so that going back needs nothing.",
                List.of(Pair.to("Service", "checkout", "/services/checkout"), Pair.of("Kind", "Normal"), Pair.of("Version", "9f3c2b1a0d4e5f60718293a4b5c6d7e8f9012345"),
                        Pair.of("Raised", "Mon 23 Nov 16:02 by Ann Holt"), Pair.of("Planned", "Tue 24 Nov 09:00 to 10:00")),
                List.of("At risk $620,000 an hour", "Deployed 14 times in 90 days, 1 failed"),
                List.of(new ChangePage.With("CHG-1043", "Deploys " + LONG + ", on which it depends, at the same time")),
                List.of(new ChangePage.Commit("9f3c2b1", "ann", "dan", "Accept both certificates until the first of December"),
                        new ChangePage.Commit("0d4e5f6", "pipeline-of-the-north", "nobody", "Raise " + LONG)),
                true, true, faults);
    }

    private static TemplatePage template() {
        return new TemplatePage(
                "bedroom-releases", "Releases of Bedroom", "bedroom", new Status("Suspended", Shape.TRIANGLE, Tone.CAUTION),
                List.of(Pair.of("Covers", "production"), Pair.of("Criteria", "tests passed, reviewed by another, at most 400 lines changed"), Pair.of("Window", "Mon to Fri 09:00 to 16:00")),
                List.of(Pair.of("Agreed", "Mon 2 Nov by Ida Marsh"), Pair.of("Suspended", "02:10, after 2 failures in 7 days")),
                List.of(Pair.of("Deployed by it", "41 in 90 days"), Pair.of("Failed", "2 (at most 14.7 % with 95 % confidence)")),
                List.of(new TemplatePage.Act("reinstate", "Reinstate", true, true), new TemplatePage.Act("retire", "Retire", false, true)), FormFaults.NONE);
    }

    private static UnplacedPage unplaced() {
        return new UnplacedPage("37 events of 3 names wait.", null, List.of(
                new UnplacedPage.Part("1", "GitHub: furniture/" + LONG, "31 events", "since Mon 23 Nov 09:12", "No service has this repository.", "bedroom", "production", "as GitHub calls it", true),
                new UnplacedPage.Part("2", "Argo CD: warehouse", "5 events", "since 01:40", "Two services are called like it.", "", null, "", true),
                new UnplacedPage.Part("3", "Jenkins: nightly", "1 event", "since 02:02", "No service has this job.", "checkout", null, "", false)),
                List.of("bedroom", "checkout", LONG), FormFaults.of("service-1", "There is no service bedrom", Map.of("of", "1", "service", "bedrom", "environment", "production")));
    }
}
