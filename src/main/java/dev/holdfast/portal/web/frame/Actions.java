package dev.holdfast.portal.web.frame;

import dev.holdfast.catalogue.Service;
import dev.holdfast.portal.web.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Pages to go to and things to do: those whose every word begins as asked, and those said with a service behind them. */
final class Actions {

    private static final int MOST_SERVICES = 3;
    private static final Pattern PAGE = Pattern.compile("(?:page|call|wake|ring)\\s+(.+)");
    private static final Pattern WHO = Pattern.compile("(?:who(?:'s|’s| is)?\\s+)?on[ -]?call(?:\\s+for)?\\s+(.+)");
    private static final Pattern DECLARE = Pattern.compile("declare(?:\\s+an)?(?:\\s+incident)?(?:\\s+(?:for|of|on))?\\s+(.+)");
    private static final Pattern ACKNOWLEDGE = Pattern.compile("ack(?:nowledge)?\\s+(?:inc-?)?(\\d{1,12})");

    /** Each with further words by which it is found. */
    private record Known(Action action, String also) {}

    private static final List<Known> KNOWN = List.of(
            new Known(place(Place.HOME, "g h"), "start dashboard"),
            new Known(place(Place.SERVICES, "g s"), "list"),
            new Known(place(Place.ON_CALL, "g o"), "oncall rota schedule who is"),
            new Known(Action.to("The next twelve months of on call", "Gaps, leave, clocks, who leaves or cannot be reached", "/on-call/forecast"), "forecast gaps ahead mend checks oncall"),
            new Known(place(Place.INCIDENTS, "g i"), "alerts firing"),
            new Known(place(Place.OPERATING_MODELS, "g m"), "selector model steer"),
            new Known(place(Place.POLICY, ""), "bands price list peaks levels steer"),
            new Known(place(Place.CHANGES, ""), "deployment release gate approve template freeze pipeline"),
            new Known(Action.to("Audit", "What was deployed to production, with its evidence", "/audit"), "auditor evidence findings compliance deployment population gate bundle csv ledger sox pci dss"),
            new Known(Action.to("Controls of SOX and PCI-DSS", "What each asks, its evidence and its exceptions", "/audit/controls"), "audit compliance itgc standard exceptions 6.5.1"),
            new Known(Action.to("A sample of deployments", "Drawn so that anybody draws the same again", "/audit/sample"), "audit random seed draw auditor"),
            new Known(Action.to("Versions of every environment", "Which version is where, now or at any instant", "/audit/versions"), "audit matrix which where live deployed release commits"),
            new Known(place(Place.PAY, ""), "statement salary money standby callout remuneration payroll compensation"),
            new Known(Action.to("On-call budgets", "Planned beside spent, capex and opex", "/budget"), "budget line cost capex opex spent"),
            new Known(place(Place.CATALOGUE, ""), "yaml import export apply backstage steer"),
            new Known(place(Place.ACCOUNT, ""), "tokens sign out invite me"),
            new Known(Action.to("Declare an incident", "Say what is wrong, and have whoever answers called", "/incidents/new"), "report raise new outage page"),
            new Known(Action.to("Acknowledge an incident", "What is open, and who has it", "/incidents?state=open"), "ack i have it"),
            new Known(Action.to("Take a shift", "What is ahead in the schedules of your teams", "/on-call/take"), "cover oncall override swap"),
            new Known(Action.to("New override", "Somebody on call for a time", "/on-call/override", "o"), "oncall cover night give away"),
            new Known(Action.to("New schedule", "People who take turns, with a preview", "/schedules/new"), "rota rotation oncall make"),
            new Known(Action.theme("Switch to dark", "How the pages look", "dark"), "theme night mode"),
            new Known(Action.theme("Switch to light", "How the pages look", "light"), "theme day mode"),
            new Known(Action.theme("Look as the system does", "How the pages look", "system"), "theme dark light switch"),
            new Known(Action.to("What standby costs", "For any number of teams, and if a service moved", "/costs"), "simulator price money team level domain"),
            new Known(Action.to("Readiness", "How services are prepared for being on call", "/readiness"), "prepared on-call preparations runbook shadow"),
            new Known(Action.to("Keys", "All keys on one page", "/keys", "?"), "keyboard shortcuts help"),
            new Known(Action.to("The API", "Everything that a program may call", "/api"), "openapi rest docs"));

    private Actions() {}

    private static Action place(Place place, String keys) {
        return Action.to(place.word(), place.about(), place.address(), keys);
    }

    /** Those of no service in particular. */
    static List<Action> all() {
        return KNOWN.stream().map(Known::action).toList();
    }

    static List<Action> of(String text, Collection<Service> services) {
        var asked = text.strip().toLowerCase(Locale.ROOT);
        var found = new ArrayList<Action>();
        with(DECLARE, asked, services, it -> Action.to("Declare an incident of " + it.shown(), "Whoever answers is called", "/incidents/new?service=" + it.name()), found);
        with(PAGE, asked, services, it -> Action.to("Page who answers for " + it.shown(), "Declares an incident", "/incidents/new?service=" + it.name()), found);
        with(WHO, asked, services, it -> Action.to("Who is on call for " + it.shown(), "And why, now or at any time", "/services/" + it.name() + "/on-call"), found);
        var acknowledge = ACKNOWLEDGE.matcher(asked);
        if (acknowledge.matches()) {
            found.add(Action.to("Acknowledge INC-" + acknowledge.group(1), "On its page", "/incidents/INC-" + acknowledge.group(1), "a"));
        }
        if (!asked.isEmpty()) KNOWN.stream().filter(known -> fits(known, asked)).forEach(known -> found.add(known.action()));
        return found;
    }

    private static boolean fits(Known known, String asked) {
        var words = (known.action().words() + " " + known.also()).toLowerCase(Locale.ROOT).split("[ -]+");
        return Arrays.stream(asked.split("[ -]+")).allMatch(start -> Arrays.stream(words).anyMatch(word -> word.startsWith(start)));
    }

    private static void with(
            Pattern said, String asked, Collection<Service> services, Function<Service, Action> make, List<Action> found) {
        var matcher = said.matcher(asked);
        if (!matcher.matches()) return;
        var name = matcher.group(1);
        services.stream()
                .filter(service -> isCalled(service, name))
                .sorted(Comparator.comparing((Service service) -> service.name().value().length()).thenComparing(service -> service.name().value()))
                .limit(MOST_SERVICES)
                .map(make)
                .forEach(found::add);
    }

    private static boolean isCalled(Service service, String name) {
        return service.name().value().startsWith(name) || service.shown().toLowerCase(Locale.ROOT).startsWith(name);
    }
}
