package dev.holdfast.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * People with webhooks of their own: Ann is on call for the watchers and Bob is next, Pat is their product
 * manager, Ida the incident manager on duty and the administrator. Nobody reaches the mute.
 */
final class SomeOrganisation implements AutoCloseable {

    private static final Viewer ADMIN =
            new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");

    private final Catalogue catalogue;
    private final HttpServer phone;
    private final Map<String, JsonNode> received = new ConcurrentHashMap<>();
    private boolean there;

    SomeOrganisation(Catalogue catalogue) {
        this.catalogue = catalogue;
        try {
            phone = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
        phone.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        phone.createContext("/", this::ring);
        phone.start();
    }

    /** Applied once. */
    synchronized void isThere() {
        if (!there) {
            catalogue.apply(yaml().getBytes(UTF_8), ADMIN, false);
            there = true;
        }
    }

    /** A service of the watchers that is worth little but for a peak. */
    void hasService(String name, String from, String to) {
        var peaks = "exposurePerHour: {revenue: 5000, cost: 0}, demand: Very High, peaks: [{name: sale, from: \"%s\","
                + " to: \"%s\", exposurePerHour: {revenue: 400000, cost: 0}}]";
        var document = document("Service/" + name, service("watchers", peaks.formatted(from, to)));
        catalogue.apply(document.getBytes(UTF_8), ADMIN, false);
    }

    /** A service of which Sam is called, and Fay goes along beside him in that time. */
    void hasShadow(Instant from, Instant to) {
        var shadow = schedule("team: learners", "sam", "pat").replaceFirst("}$", ", shadows: [{person: fay, with: sam, from: \"%s\", to: \"%s\"}]}".formatted(from, to));
        var documents = document("Person/sam", "{timeZone: Europe/London, " + webhook("sam") + "}")
                + document("Person/fay", "{timeZone: Europe/London, " + webhook("fay") + "}")
                + document("Team/learners", "{kind: product, members: [sam, pat, fay], productManager: pat}")
                + document("Service/learned", service("learners", "exposurePerHour: {revenue: 400000, cost: 0}, demand: Very High"))
                + document("Schedule/learning", shadow);
        catalogue.apply(documents.getBytes(UTF_8), ADMIN, false);
    }

    /** What arrived about any of these, as type and person; once for each delivery. */
    List<String> messages(List<SubjectId> regarding) {
        return received.values().stream()
                .filter(body -> regarding.stream().anyMatch(subject -> body.toString().contains(subject.value())))
                .map(body -> body.get("type").asString() + " " + body.get("person").asString())
                .toList();
    }

    @Override
    public void close() {
        phone.stop(0);
    }

    private void ring(HttpExchange call) throws IOException {
        try (call) {
            var body = JsonMapper.shared().readTree(call.getRequestBody().readAllBytes());
            received.put(body.get("deliveryId").asString(), body);
            call.sendResponseHeaders(204, -1);
        }
    }

    private String yaml() {
        var documents = new LinkedHashMap<String, String>();
        documents.put("Organisation/furniture", """
                {currency: USD, workingHours: {timeZone: Europe/London, days: [MON, TUE, WED, THU, FRI], from: "09:00", to: "17:30"},
                 suppression: {breakThrough: {lossAbove: 50000}}}""");
        for (var person : List.of("ann", "bob", "pat")) {
            documents.put("Person/" + person, "{timeZone: Europe/London, " + webhook(person) + "}");
        }
        documents.put("Person/ida", "{timeZone: Europe/London, roles: [admin], " + webhook("ida") + "}");
        documents.put("Person/mute-1", "{timeZone: Europe/London}");
        documents.put("Person/mute-2", "{timeZone: Europe/London}");
        documents.put("Team/watchers", "{kind: product, members: [ann, bob, pat], productManager: pat}");
        documents.put("Team/mutes", "{kind: product, members: [mute-1, mute-2]}");
        documents.put("Team/managers", "{kind: incident-management, members: [ida]}");
        documents.put("Service/watched", service("watchers", "exposurePerHour: {revenue: 400000, cost: 0}, demand: Very High"));
        documents.put("Service/cheap", service("watchers", "exposurePerHour: {revenue: 5000, cost: 0}, demand: Very High"));
        documents.put("Service/mute", service("mutes", "exposurePerHour: {revenue: 400000, cost: 0}, demand: Very High"));
        documents.put("Schedule/watching", schedule("team: watchers", "ann", "bob"));
        documents.put("Schedule/silent", schedule("team: mutes", "mute-1", "mute-2"));
        documents.put("Schedule/duty", schedule("duty: incident-manager", "ida", "ida"));
        var yaml = new StringBuilder();
        documents.forEach((what, spec) -> yaml.append(document(what, spec)));
        return yaml.toString();
    }

    private static String document(String what, String spec) {
        var kind = what.substring(0, what.indexOf('/'));
        var name = what.substring(what.indexOf('/') + 1);
        return "apiVersion: holdfast.dev/v1\nkind: %s\nmetadata: {name: %s}\nspec: %s\n---\n".formatted(kind, name, spec);
    }

    private String webhook(String person) {
        return "notify: [{after: PT0S, by: webhook, to: \"http://127.0.0.1:%d/%s\"}]"
                .formatted(phone.getAddress().getPort(), person);
    }

    private static String service(String owner, String more) {
        return "{kind: digital, owner: %s, lifecycle: live, %s}".formatted(owner, more);
    }

    /** One person always, another for a minute of the week: so the one is on call and the other is next. */
    private static String schedule(String holder, String first, String next) {
        return """
                {%s, hours: always, timeZone: Europe/London, layers: [
                  {start: "2026-11-02T09:00", every: P1W, people: [%s]},
                  {start: "2026-11-01T03:00", every: P1W, people: [%s], restrict: [{days: [SUN], from: "03:00", to: "03:01"}]}]}"""
                .formatted(holder, first, next);
    }
}
