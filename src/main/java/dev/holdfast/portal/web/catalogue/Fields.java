package dev.holdfast.portal.web.catalogue;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.portal.web.Choice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Which fields of a kind have a place in its form; everything else is in the text of the document. */
final class Fields {

    private static final Set<String> METADATA = Set.of("title", "description");
    private static final List<String> TEAM_KINDS = List.of(
            "product", "application-support", "operations-bridge", "help-desk", "delivery", "incident-management", "change-management",
            "problem-management", "dba", "network", "security", "platform", "enabler");

    private final CatalogueView view;
    private final List<String> demands;

    Fields(CatalogueView view, List<String> demands) {
        this.view = view;
        this.demands = demands;
    }

    static boolean isMetadata(String path) {
        return METADATA.contains(path);
    }

    List<Field> of(Kind kind) {
        return switch (kind) {
            case SERVICE -> service();
            case TEAM -> team();
            case PERSON -> List.of(title(), Field.line("email", "E-mail", ""), Field.line("timeZone", "Time zone", "such as Europe/London"),
                    Field.choice("onCall", "On call", choices("", "true", "false")), Field.line("leaves", "Last day", "such as 2027-03-31"));
            case DOMAIN -> List.of(title(), Field.text("description", "Description"),
                    Field.choice("grouping", "Its services belong together by", choices("", "customer-journey", "technology-capability", "region", "tool")),
                    Field.choice("budgetHolder", "Budget holder", things("Person")));
            case THIRD_PARTY -> List.of(title(), Field.line("contact", "Contact", ""), Field.text("raise", "How to raise an incident there"),
                    Field.text("promises", "What they promise"));
            case INTEGRATION -> List.of(title(), Field.choice("service", "Service", things("Service")),
                    Field.choice("from", "Who speaks", choices("", "pagerduty", "alertmanager")), Field.choice("dryRun", "Dry run", choices("", "true", "false")));
            case SCHEDULE -> List.of(title(), Field.choice("team", "Team", things("Team")), Field.choice("domain", "Domain", things("Domain")),
                    Field.choice("hours", "Hours", choices("", "working", "out-of-hours", "always")), Field.line("timeZone", "Time zone", "such as Europe/London"));
            case HOLIDAY_CALENDAR -> List.of(title(), Field.text("description", "Description"),
                    Field.line("from", "Address", "an iCalendar address such as https://www.example.com/england.ics, read daily"));
            case BUDGET_LINE -> List.of(title(), Field.choice("service", "Service", things("Service")), Field.choice("domain", "or domain", things("Domain")),
                    Field.line("from", "From", "such as 2026-01-01"), Field.line("to", "To", "the day after its last, such as 2027-01-01"),
                    Field.choice("funding", "Funding", choices("", "capex", "opex")), Field.choice("holder", "Holder", things("Person")),
                    Field.line("planned", "Planned", ""));
            case ORGANISATION -> List.of();
        };
    }

    private List<Field> service() {
        return List.of(
                title(), Field.text("description", "Description"), Field.choice("owner", "Owner", things("Team")),
                Field.choice("domain", "Domain", things("Domain")), Field.choice("kind", "Kind", choices("", "digital", "foundational")),
                Field.choice("lifecycle", "Lifecycle", choices("", "inception", "building", "live", "decommissioned")),
                Field.line("exposurePerHour.revenue", "Revenue lost in an hour", ""), Field.line("exposurePerHour.cost", "Costs incurred in an hour", ""),
                Field.choice("demand", "Demand", demands()), link("runbook", "Runbook"), link("dashboard", "Dashboard"), link("logs", "Logs"),
                link("repository", "Repository"), link("chat", "Chat"));
    }

    private List<Field> team() {
        return List.of(
                title(), Field.text("description", "Description"), Field.choice("kind", "Kind", choices("", TEAM_KINDS.toArray(String[]::new))),
                Field.names("members", "Members"), Field.choice("productManager", "Product manager", things("Person")),
                Field.choice("lead", "Lead", things("Person")));
    }

    private static Field title() {
        return Field.line("title", "Title", "");
    }

    private static Field link(String kind, String label) {
        return Field.link("links." + kind, label);
    }

    private List<Choice> demands() {
        var choices = new ArrayList<>(choices(""));
        demands.forEach(demand -> choices.add(new Choice(demand, demand, false)));
        return choices;
    }

    private List<Choice> things(String kind) {
        var choices = new ArrayList<>(choices(""));
        view.documents(kind).stream()
                .sorted(Comparator.comparing(Document::name))
                .forEach(thing -> choices.add(new Choice(thing.name(), thing.title() == null ? thing.name() : thing.name() + ", " + thing.title(), false)));
        return choices;
    }

    private static List<Choice> choices(String none, String... values) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(none, "not said", false));
        for (var value : values) choices.add(new Choice(value, value, false));
        return choices;
    }
}
