package dev.holdfast.portal.web;

import dev.holdfast.portal.web.care.CarePart;
import dev.holdfast.portal.web.care.FairPart;
import dev.holdfast.portal.web.care.ForecastPage;
import dev.holdfast.portal.web.care.RestRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What lies ahead of who is on call, whether it is shared fairly, and their extremes. */
final class SomeCarePages {

    private static final String LONG = "appointments-and-consultations-in-the-shops-of-the-north-1";
    private static final Status COSTS = new Status("costs", Shape.DIAMOND, Tone.LOSS);
    private static final Status LOOK = new Status("look at this", Shape.TRIANGLE, Tone.CAUTION);

    private SomeCarePages() {}

    /** Pages of their own, and their parts on two of the others. */
    static Map<String, Map<String, Object>> with(Map<String, Map<String, Object>> others) {
        var teams = List.of(new Choice("", "all", true), new Choice("bedroom-team", "Bedroom", false));
        var pages = new LinkedHashMap<String, Map<String, Object>>();
        pages.put("forecast", Map.of("template", "portal/forecast", "frame", SomePages.frame(), "page", new ForecastPage(
                "3 things to mend in the next twelve months", "The gap that costs most: Sun 29 Nov 17:00, $640,000 an hour at risk.", teams, false,
                List.of(new ForecastPage.Month("November 2026", "2", items()), new ForecastPage.Month("March 2027", "1", items().subList(2, 3))), 17)));
        pages.put("forecast-none", Map.of("template", "portal/forecast", "frame", SomePages.frame(), "page", new ForecastPage(
                "Nothing breaks in the next twelve months", "Gaps, shifts in leave, people who leave.", teams, false, List.of(), 0)));
        pages.put("forecast-many", Map.of("template", "portal/forecast", "frame", SomePages.frame(), "page", new ForecastPage(
                "The next twelve months", "Gaps, shifts in leave, people who leave.", teams, true, List.of(), 0)));
        pages.put("team-care", more(others, "team", "care", new CarePart("bedroom-team", fair(), List.of(new RestRow(
                "Ann Holt", "/people/ann", "until 14:30", "Called out until 03:30, would begin 09:00. Dan Webb was not called and could cover.")), items(), 12)));
        pages.put("on-call-fair", more(others, "on-call", "fair", fair()));
        pages.put("on-call-unfair", more(others, "on-call-none", "fair", new FairPart(null, List.of(), 0, "", List.of(), "")));
        return pages;
    }

    private static Map<String, Object> more(Map<String, Map<String, Object>> others, String page, String part, Object its) {
        var model = new LinkedHashMap<>(Objects.requireNonNull(others.get(page)));
        model.put(part, its);
        return model;
    }

    private static FairPart fair() {
        return new FairPart(
                "Furnishing",
                List.of(new FairPart.Row("Ann Holt", "/people/ann", "352", "22", "2", "3"),
                        new FairPart.Row("Wilhelmina Featherstonehaugh-Cholmondeley", "/people/wil", "1204", "84", "31", "12")),
                3, "Whoever had most hours out of hours had 1.8 times the median.",
                List.of(new FairPart.Suggested("Ann Holt gives Mon 30 Nov to Mon 7 Dec to Ravi Menon.", "Then, with the twelve weeks ahead: 1.2 times the median.", "/schedules/" + LONG)),
                "/on-call/fairness.csv?team=furnishing");
    }

    private static List<ForecastPage.Item> items() {
        return List.of(
                new ForecastPage.Item(COSTS, "Sun 29 Nov 17:00 to Mon 30 Nov 09:00", "Gap", "Bedroom by night. Nobody is on call for 16 hours.", "$640,000", "Put somebody there", "/schedules/bedroom-nights"),
                new ForecastPage.Item(LOOK, "now, until Mon 30 Nov 09:00", "On call while away", LONG + ". Wilhelmina Featherstonehaugh-Cholmondeley is on call for 48 hours while away.", "$4,000", "Ask for a swap", "/schedules/" + LONG),
                new ForecastPage.Item(LOOK, "from Sun 28 Mar 2027 01:00", "The clocks change", "Bridge. The clocks of Europe/London change on Sun 28 Mar: hand-offs there come 1 hour earlier in America/New_York.", null, "Tell both sides, or move a hand-off", "/schedules/bridge/edit"));
    }
}
