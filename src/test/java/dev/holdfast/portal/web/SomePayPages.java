package dev.holdfast.portal.web;

import dev.holdfast.portal.web.pay.BudgetPage;
import dev.holdfast.portal.web.pay.PayPage;
import dev.holdfast.portal.web.pay.StatementPage;
import dev.holdfast.quantities.Because;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pages of pay with October on them, and their extremes. */
final class SomePayPages {

    private static final Status DRAFT = new Status("Draft", Shape.RING, Tone.QUIET);
    private static final Status DISPUTED = new Status("Disputed", Shape.TRIANGLE, Tone.CAUTION);
    private static final String LONG = "appointments-and-consultations-in-the-shops-of-the-north-1";

    private SomePayPages() {}

    static Map<String, Map<String, Object>> all() {
        var pages = new LinkedHashMap<String, Map<String, Object>>();
        pages.put("pay", Map.of("template", "portal/pay", "frame", SomePages.frame(), "page", pay()));
        pages.put("pay-none", Map.of("template", "portal/pay", "frame", SomePages.frame(), "page", new PayPage(
                "Nothing to pay you in October 2026", "Reckoned from when you were really on call.", "2026-10", "October 2026", "2026-09", "2026-11",
                List.of(), null, "You were not on call out of hours in that month.", List.of(), List.of(), null, List.of(), "/pay.csv?month=2026-10", false)));
        pages.put("statement", Map.of("template", "portal/statement", "frame", SomePages.frame(), "page", statement()));
        pages.put("budget", Map.of("template", "portal/budget", "frame", SomePages.frame(), "page", budget()));
        pages.put("budget-none", Map.of("template", "portal/budget", "frame", SomePages.frame(), "page", new BudgetPage(
                "No on-call budget of yours in 2026", "What was planned for being on call.", 2026, 2027, List.of(), List.of(), false, false)));
        return pages;
    }

    private static PayPage pay() {
        var ann = new PayPage.Row("/pay/1", "Ann Holt", "ann", "$1,000.00", "126.5 h", "$1,000.00", "$0.00", DRAFT, List.of(DISPUTED));
        var other = new PayPage.Row(
                "/pay/2", "Wilhelmina Featherstonehaugh-Cholmondeley", LONG, "$12,195.22", "1,276.5 h", "$11,195.22", "$1,000.00",
                new Status("Approved", Shape.CHECK, Tone.SAFE), List.of(new Status("Unpaid best efforts", Shape.TRIANGLE, Tone.CAUTION)));
        return new PayPage(
                "2 statements wait for your approval", "Reckoned from who was really on call and called out.", "2026-10", "October 2026", "2026-09", "2026-11",
                figures(), ann, "", List.of(Line.of(new Status("approved", Shape.CHECK, Tone.SAFE), "September 2026", "/pay/0", "$1,000.00")),
                List.of(ann, other), "Everybody", List.of(ann, other), "/pay.csv?month=2026-10", true);
    }

    private static StatementPage statement() {
        var why = List.of(
                Because.of("ON_CALL", "ann was on call by the schedule furnishing-nights for 15.5 hours out of hours."),
                Because.of("RATE", "A week pays 1000: it has 125.5 hours out of hours, from hand-off to hand-off."));
        var night = new StatementPage.Row(
                "a1", "Mon 5 Oct 17:30", "Tue 6 Oct 09:00", "furnishing-nights", null, "Weekday", "15.5 h", "$1,000.00 a week", "$123.51",
                "furnishing, domain", "/domains/furnishing", "furnishing-on-call", null, why);
        var called = new StatementPage.Row(
                "a2", "Tue 6 Oct 03:12", "Tue 6 Oct 03:50", "Called out, INC-482", "/incidents/INC-482", "Public holiday", "1 h", "$50.00 an hour", "$50.00",
                LONG, "/services/" + LONG, "no budget line", null, why);
        var corrected = new StatementPage.Row(
                "a3", "Fri 9 Oct 10:00", "", "Correction", null, "", "", "", "−$12.50", "furnishing, domain", "/domains/furnishing", "furnishing-on-call",
                "Counted twice in September, since the swap of Friday night was entered by hand", why);
        var unpaid = new StatementPage.Row("INC-483", "Sat 10 Oct 22:00", "Sat 10 Oct 23:30", "INC-483", "/incidents/INC-483", "", "1.5 h", "", "", "", null, "", null, List.of());
        return new StatementPage(
                "1", "Ann Holt is paid $1,160.01 for October 2026", "A draft: reckoned anew from the records.", "2026-10", "October 2026",
                List.of(DRAFT, DISPUTED), figures(), List.of(night, called, corrected), List.of(unpaid),
                List.of(Pair.to("Person", "Ann Holt", "/people/ann"), Pair.of("Paid by", "Pat Reid, Quinn Ames")),
                List.of(new StatementPage.Objection("Tue 6 Oct 03:12", "Ann Holt, Fri 16:02", "It took until five.")),
                List.of(Said.of("Unpaid best efforts.", "This person worked out of hours, was on call by no schedule.", Tone.CAUTION)),
                true, null, false, true, List.of(new Choice("a1", "Mon 5 Oct 17:30, furnishing-nights, furnishing, domain, $123.51", false)),
                FormFaults.of("amount", "An amount such as 12.50, or -12.50 to take it away", Map.of("amount", "twelve")));
    }

    private static BudgetPage budget() {
        var within = new BudgetPage.Row(
                "checkout", "/services/checkout", "service", "checkout-on-call", "capex", "Pat Reid", "$30,000", "$20,697.30", "$5,734.28", "$3,568",
                new BudgetPage.Bar("68.99%", "68.99%", "19.11%", "100.00%", "69 % spent and 19.1 % committed of what is planned"),
                new Status("Within plan", Shape.CHECK, Tone.SAFE), List.of());
        var beyond = new BudgetPage.Row(
                LONG, "/domains/" + LONG, "domain", LONG + "-on", "opex", "Wilhelmina Featherstonehaugh-Cholmondeley", "$15,000", "$21,203.27", "$5,733.57",
                "−$11,937", new BudgetPage.Bar("78.71%", "78.71%", "21.29%", "55.69%", "141.4 % spent and 38.2 % committed of what is planned"),
                new Status("Beyond plan", Shape.DIAMOND, Tone.LOSS), List.of(new BudgetPage.Part(LONG, "$4,140.31"), new BudgetPage.Part("sofas", "$4,139.21")));
        var undeclared = new BudgetPage.Row(
                "incident-manager", null, "duty", "no budget line", "", "Olu Adeyemi", "–", "$20,697.30", "$5,734.28", "", null,
                new Status("Not planned", Shape.TRIANGLE, Tone.CAUTION), List.of());
        return new BudgetPage(
                "1 budget line of 2026 costs more than planned", "What was planned for being on call.", 2026, 2027, figures(),
                List.of(within, beyond, undeclared), true, true);
    }

    private static List<Figure> figures() {
        return List.of(
                Figure.of("Pay", "$31,067.91", "", "24 people"), Figure.of("Standby", "$31,067.91", "", "3906 h out of hours"),
                Figure.of("Callouts", "$0.00", "", "2 callouts of best-efforts support unpaid"), Figure.of("Approved", "3", "of 24", "9 wait for you"));
    }
}
