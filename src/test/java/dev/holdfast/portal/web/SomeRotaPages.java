package dev.holdfast.portal.web;

import dev.holdfast.portal.web.catalogue.Diff;
import dev.holdfast.portal.web.oncall.OnCallPage;
import dev.holdfast.portal.web.rota.AskSwapPage;
import dev.holdfast.portal.web.rota.OverridePage;
import dev.holdfast.portal.web.rota.PreviewView;
import dev.holdfast.portal.web.rota.RotaPage;
import dev.holdfast.portal.web.rota.SchedulePage;
import dev.holdfast.portal.web.rota.SwapPage;
import dev.holdfast.portal.web.rota.TakePage;
import dev.holdfast.quantities.Because;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The pages of schedules, overrides and swaps, with much on them, with names that are too long, and with little. */
final class SomeRotaPages {

    private static final String LONG = "the-schedule-with-the-longest-name-that-anybody-ever-gave-away1";
    private static final Status CARE = new Status("look at this", Shape.TRIANGLE, Tone.CAUTION);
    private static final FormFaults FAULTS = new FormFaults(List.of(
            new FormFaults.Entry("l0.p1", "Layer 1: There is no person nobody"), new FormFaults.Entry("timeZone", "Europe/Londn is no time zone"), new FormFaults.Entry("from", "Say from when.")), Map.of());

    private SomeRotaPages() {}

    static Map<String, Map<String, Object>> all() {
        var pages = new LinkedHashMap<String, Map<String, Object>>();
        pages.put("schedule", page("schedule", schedule()));
        pages.put("schedule-little", page("schedule", little()));
        pages.put("schedule-edit", page("rota", rota(FormFaults.NONE, null, List.of(), null)));
        pages.put("schedule-edit-preview", page("rota", rota(FormFaults.NONE, preview(), List.of(), null)));
        pages.put("schedule-edit-faults", page("rota", rota(FAULTS, null, List.of(new Diff.Row("spec.layers[0].people", "[\"ann\",\"bob\"]", "[\"bob\",\"ann\"]")), null)));
        pages.put("schedule-edit-refused", page("rota", rota(FormFaults.NONE, null, List.of(), "Changing it is for " + LONG + " and for administrators.")));
        pages.put("override", page("override", new OverridePage(choices("furnishing-nights", LONG), choices("ann", "bob"), "furnishing-nights", "2026-11-24T18:00", "2026-11-25T09:00", "bob", "",
                "Europe/London", "On call in that time as it stands: Ann Holt, Tue 24 Nov 18:00 to Wed 25 Nov 09:00.", List.of("Bob Ray is on leave from Mon 23 Nov 00:00 to Sat 28 Nov 00:00."), FAULTS)));
        pages.put("ask-swap", page("askSwap", new AskSwapPage(LONG, LONG, "2026-11-30T09:00", "2026-12-07T09:00", "Europe/London",
                List.of(new AskSwapPage.Group("For nothing in return", choices("Offer it to everybody who takes turns")), new AskSwapPage.Group("For a shift of Bob Ray", choices("Mon 7 Dec 09:00 to Mon 14 Dec 09:00"))), "", false, FAULTS)));
        pages.put("swap", page("swap", new SwapPage("Ann Holt swaps a shift", "Waits for Bob Ray, until Mon 30 Nov 09:00.", new Status("asked", Shape.HALF, Tone.ACCENT), LONG, LONG,
                List.of(Pair.to("Gives", "Ann Holt", "/people/ann"), Pair.of("Given", "Mon 30 Nov 09:00 to Mon 7 Dec 09:00")), List.of("Bob Ray is on leave from Mon 30 Nov 00:00 to Wed 2 Dec 00:00."), line(true), FormFaults.NONE)));
        pages.put("take", page("take", new TakePage(List.of(new TakePage.Row("bedroom-nights", "Bedroom by night", "nobody", "Sun 29 Nov 17:00", "Mon 30 Nov 09:00", "2026-11-29T17:00:00Z", "2026-11-30T09:00:00Z")),
                List.of(new TakePage.Row(LONG, LONG, "Ann Holt", "now", "Mon 30 Nov 09:00", "2026-11-24T03:00:00Z", "2026-11-30T09:00:00Z")), 12)));
        pages.put("take-nothing", page("take", new TakePage(List.of(), List.of(), 0)));
        pages.put("who-called", page("whoCalled", new OnCallPage.Why("bedroom", "2026-11-29T18:00", List.of(), null, new Status("gap", Shape.DIAMOND, Tone.LOSS), "Nobody is on a schedule.",
                "Pat Reid is called, by the fallback chain.", List.of(Because.of("LEVEL", "99.0 % calls the domain out of hours"), Because.of("GAP", "Its rota has a gap from 17:00")))));
        return pages;
    }

    private static Map<String, Object> page(String template, Object page) {
        return Map.of("template", "portal/" + template, "frame", SomePages.frame(), "page", page);
    }

    private static SchedulePage schedule() {
        var turns = List.of(new SchedulePage.Turn("Ann Holt", "/people/ann", "now", "Mon 30 Nov 09:00", "layer 1", "2026-11-23T09:00:00Z", "2026-11-24T04:00:00Z", "2026-11-30T09:00:00Z", false, true, true),
                new SchedulePage.Turn("Maximiliane von Hohenlohe-Waldenburg-Schillingsfürst", "/people/max", "Mon 30 Nov 09:00", "Mon 7 Dec 09:00", "by override", "2026-11-30T09:00:00Z", "2026-11-30T09:00:00Z", "2026-12-07T09:00:00Z", true, false, true));
        return new SchedulePage("furnishing-nights", "Furnishing by night", "Ann Holt is on call until Mon 30 Nov 09:00", "Then Ravi Menon, from Mon 30 Nov 09:00.",
                List.of(new Choice("?", "Two weeks", true), new Choice("?view=month", "Five weeks", false)), new SchedulePage.Moving("?from=a", "?", "?from=b", true, "Mon 23 Nov to Sun 6 Dec"),
                SomeServicePages.ribbon(), turns, 4, List.of("Ann Holt, Ravi Menon and Dan Wu take turns of a week, handed over on Mondays at 09:00.", "Eva Torres alone, handed over at 18:00; only Monday to Friday 18:00 to 08:00."),
                List.of(Pair.to("Whose", "Furnishing", "/domains/furnishing"), Pair.of("Hand-offs by the clock of", "Australia/Lord_Howe")),
                List.of(new SchedulePage.Override("o1", "Dan Wu", "Wed 25 Nov 18:00 to Thu 26 Nov 09:00", "by Ann Holt: “a concert”", true, true), new SchedulePage.Override("o2", "Ann Holt", "Mon 16 Nov 09:00 to Tue 17 Nov 09:00", "by Ravi Menon", false, false)),
                List.of(line(true), line(false)), List.of(new SchedulePage.Version("Changed: layers[0].people", "Fri 20 Nov 09:41", "Pat Reid", "?version=2"), new SchedulePage.Version("Made", "Mon 1 Jun 09:00", "the token gitops", "?version=1")), true, true);
    }

    private static SchedulePage little() {
        return new SchedulePage(LONG, LONG, "Nobody is on call", "Nobody else follows.", List.of(new Choice("?", "Two weeks", true)), new SchedulePage.Moving("?from=a", "?", "?from=b", false, "Mon 23 Nov to Sun 6 Dec"),
                SomeServicePages.ribbon(), List.of(), 0, List.of(), List.of(Pair.of("Whose", LONG)), List.of(), List.of(), List.of(), false, false);
    }

    private static SchedulePage.SwapLine line(boolean mine) {
        return new SchedulePage.SwapLine("s1", "Ann Holt gives Mon 30 Nov 09:00 to Mon 7 Dec 09:00 to Bob Ray for Mon 7 Dec 09:00 to Mon 14 Dec 09:00", "Waits for Bob Ray, until Mon 30 Nov 09:00.", mine, mine, !mine);
    }

    private static RotaPage rota(FormFaults faults, @Nullable PreviewView preview, List<Diff.Row> changed, @Nullable String refused) {
        var fields = new RotaPage.Fields("bedroom-nights", "Bedroom by night", choices("Team Bedroom", "Domain Furnishing"), choices("none", "L1"), choices("Out of hours", "Always"), "Europe/London", true, "");
        var people = IntStream.range(0, 3).mapToObj(at -> new RotaPage.Row("l0.p" + at, "0." + at, at == 2 ? LONG : "ann", at == 1 ? "" : "Maximiliane von Hohenlohe-Waldenburg-Schillingsfürst", at == 0, at == 2)).toList();
        var days = IntStream.rangeClosed(1, 7).mapToObj(day -> new Choice("D" + day, "Day" + day, day < 6)).toList();
        var windows = List.of(new RotaPage.Window("l0.w0", "0.0", days, "18:00", "08:00"));
        var layers = List.of(new RotaPage.Layer("l0", 1, "Ann Holt and Bob Ray take turns of a week, handed over on Mondays at 09:00.", "2026-11-02T09:00", "1", choices("weeks", "days"), choices("calendar", "active"), people, windows, "2026-11-05T00:00", "", "", true, false),
                new RotaPage.Layer("l1", 2, "Nobody yet.", "", "1", choices("weeks", "days"), choices("calendar", "active"), List.of(), List.of(), "", "", "", false, true));
        return new RotaPage("Bedroom by night", "bedroom-nights", "/schedules/bedroom-nights/edit", 3, "abc", "", fields, layers, List.of("Europe/London"), choices("ann", "bob"), faults,
                preview == null ? null : "Nothing is saved yet.", changed, preview, refused);
    }

    private static PreviewView preview() {
        return new PreviewView("Shifts of 2 people move in the next 8 weeks", SomeServicePages.ribbon(),
                List.of(new PreviewView.Moved("Ann Holt", "/people/ann", "now to Mon 30 Nov 09:00", "Mon 30 Nov 09:00 to Mon 7 Dec 09:00"), new PreviewView.Moved("Maximiliane von Hohenlohe-Waldenburg-Schillingsfürst", "/people/max", "–", "Mon 7 Dec 09:00 to Mon 14 Dec 09:00")),
                3, List.of(new PreviewView.Gap("Sun 29 Nov 17:00", "Mon 30 Nov 09:00", "16 hours")), 2, List.of(new PreviewView.Mend(CARE, "2 take turns; with fewer than 3 nobody has rest.", "Add people to its layers.")));
    }

    private static List<Choice> choices(String... words) {
        return IntStream.range(0, words.length).mapToObj(at -> new Choice(words[at], words[at], at == 0)).toList();
    }
}
