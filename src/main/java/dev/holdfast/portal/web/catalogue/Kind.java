package dev.holdfast.portal.web.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of documents as pages address and call them. */
public enum Kind {
    SERVICE("Service", "services", "service", "Services"),
    TEAM("Team", "teams", "team", "Teams"),
    PERSON("Person", "people", "person", "People"),
    DOMAIN("Domain", "domains", "domain", "Domains"),
    THIRD_PARTY("ThirdParty", "third-parties", "third party", "Third parties"),
    INTEGRATION("Integration", "integrations", "integration", "Integrations"),
    SCHEDULE("Schedule", "schedules", "schedule", "Schedules"),
    HOLIDAY_CALENDAR("HolidayCalendar", "holiday-calendars", "holiday calendar", "Holiday calendars"),
    BUDGET_LINE("BudgetLine", "budget-lines", "budget line", "Budget lines"),
    ORGANISATION("Organisation", "organisations", "organisation", "Organisation");

    static final String PLURALS = "{plural:services|teams|people|domains|third-parties|integrations|schedules|holiday-calendars|budget-lines|organisations}";

    private static final List<Kind> WITH_PAGES = List.of(SERVICE, TEAM, PERSON, DOMAIN, THIRD_PARTY, HOLIDAY_CALENDAR, SCHEDULE);

    private final String kind;
    private final String plural;
    private final String noun;
    private final String heading;

    Kind(String kind, String plural, String noun, String heading) {
        this.kind = kind;
        this.plural = plural;
        this.noun = noun;
        this.heading = heading;
    }

    static Kind ofPlural(String plural) {
        return Arrays.stream(values()).filter(each -> each.plural.equals(plural)).findFirst().orElseThrow();
    }

    static Optional<Kind> of(String kind) {
        return Arrays.stream(values()).filter(each -> each.kind.equals(kind)).findFirst();
    }

    /** As documents write it. */
    public String kind() {
        return kind;
    }

    public String plural() {
        return plural;
    }

    public String noun() {
        return noun;
    }

    public String heading() {
        return heading;
    }

    /** Where a thing of this kind is shown; its editor where it has no page. */
    public String page(String name) {
        return WITH_PAGES.contains(this) ? "/" + plural + "/" + name : edit(name);
    }

    public String edit(String name) {
        return "/catalogue/" + plural + "/" + name + "/edit";
    }

    public String history(String name) {
        return "/catalogue/" + plural + "/" + name + "/history";
    }

    public String make() {
        return "/catalogue/" + plural + "/new";
    }
}
