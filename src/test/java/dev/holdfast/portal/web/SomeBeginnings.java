package dev.holdfast.portal.web;

import dev.holdfast.paging.web.AcknowledgePage;
import dev.holdfast.paging.web.WokenCurve;
import dev.holdfast.portal.web.home.HomePage;
import dev.holdfast.quantities.Money;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Pages on which something begins: an organisation of which nothing is described, and somebody who was woken. */
final class SomeBeginnings {

    private static final UnaryOperator<String> ASSET = path -> path;

    private SomeBeginnings() {}

    static Map<String, Map<String, Object>> all(Frame frame) {
        var pages = new LinkedHashMap<String, Map<String, Object>>();
        pages.put("home-bare", Map.of("template", "portal/home", "frame", frame, "page", bare(true)));
        pages.put("home-bare-reader", Map.of("template", "portal/home", "frame", frame, "page", bare(false)));
        pages.put("woken", Map.of("template", "paging/acknowledge", "page", woken(null), "asset", ASSET));
        pages.put("woken-answered", Map.of("template", "paging/acknowledge", "page", woken("You acknowledged at 03:13."), "asset", ASSET));
        pages.put("woken-ended", Map.of("template", "paging/acknowledge", "asset", ASSET, "page", new AcknowledgePage(
                false, "This link has ended", "", null, null, null, null, List.of(), null, null, null, null, null, List.of(),
                "It is resolved. There is nothing left to answer.", null)));
        return pages;
    }

    private static HomePage bare(boolean mayApply) {
        return new HomePage(
                "Describe your organisation", "Nothing is described yet.", "https://holdfast.example.com/api/v1/catalogue/apply", mayApply, List.of(), null,
                "What is at risk", List.of(), 0, List.of(), null, List.of());
    }

    private static AcknowledgePage woken(String answer) {
        var drawn = new WokenCurve(
                "M0.00 100.00L20.00 81.00L20.00 100L0 100Z", "M0.00 100.00L20.00 81.00", "M20.00 81.00L100.00 4.76", "20.00%", "81.00%",
                Instant.parse("2026-11-24T04:12:02Z"), Money.of("200000", "USD"));
        var waits = answer == null;
        return new AcknowledgePage(
                true, "Search returns errors to every customer, since the index was rebuilt", "bedroom", "03:12", "$200,000",
                "03:12, 30 seconds, $1,667", "Furnishing by night",
                List.of(new AcknowledgePage.Place("Runbook", "https://wiki.example.com/search"), new AcknowledgePage.Place("Dashboard", "https://boards.example.com/1")),
                "Ravi Menon was called too, and has not answered.", new AcknowledgePage.Curve(drawn, "Lost by 04:12 if it goes on", "$200,000"),
                waits ? "Ravi Menon is called at 03:17" : null, waits ? new AcknowledgePage.Countdown(272, 300, "in 4:32") : null,
                waits ? "I can’t. Call Ravi Menon now" : null, List.of("INC-483, wardrobes: the disk is full"), answer,
                "https://holdfast.example.com/incidents/INC-482");
    }
}
