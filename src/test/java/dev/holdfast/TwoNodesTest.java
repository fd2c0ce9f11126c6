package dev.holdfast;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two servers on one database that somebody else runs: each may die, and nobody is called twice for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {

    private static final String TOKEN = "hf_nodes_0123456789_0123456789_01234567";
    private static final int CALLOUTS = 30;

    private final Phones phones = new Phones();
    private TestDatabase database;
    private TestFolder folder;
    private RunningServer one;
    private RunningServer two;

    @BeforeAll
    void startBoth() throws Exception {
        database = TestDatabase.unmigrated();
        folder = TestFolder.make();
        one = launch("one");
        two = launch("two");
        one.awaitReady();
        two.awaitReady();
        api(one).apply(organisation()).expect(200);
    }

    @AfterAll
    void stopBoth() throws Exception {
        one.close();
        two.close();
        phones.close();
        database.close();
        folder.close();
    }

    @Test
    void anApplyOnOneIsSeenByTheOtherAtOnce() {
        for (var turn = 0; turn < 10; turn++) {
            var writer = turn % 2 == 0 ? one : two;
            var reader = turn % 2 == 0 ? two : one;

            api(writer).apply(titled("Turn " + turn)).expect(200);

            assertThat(api(reader).get("/api/v1/services/titled").at("/title")).isEqualTo("Turn " + turn);
        }
    }

    @Test
    void theSameAlertsSentToBothMakeOneIncident() {
        atOnce(IntStream.range(0, 80).<Runnable>mapToObj(number -> () -> api(number % 2 == 0 ? one : two)
                        .trigger(key("twin"), "alert-" + number / 2, "Twin " + number / 2)
                        .expect(202))
                .toList());

        var incidents = api(two).get("/api/v1/incidents?service=twin").expect(200).body().path("items");
        assertThat(incidents).hasSize(1);
        var incident = api(one).get("/api/v1/incidents/" + incidents.path(0).path("number").asString(""));
        assertThat(incident.at("/alertCount")).isEqualTo("40");
        assertThat(incident.body().path("alerts")).allSatisfy(alert -> assertThat(alert.path("count").asInt()).isEqualTo(2));
    }

    @Test
    void theLedgerChainsUnderWritersOnBoth() {
        api(one).trigger(key("noted"), "note", "To be noted").expect(202);
        var number = api(one).get("/api/v1/incidents?service=noted").at("/items/0/number");

        atOnce(IntStream.range(0, 60).<Runnable>mapToObj(note -> () -> api(note % 2 == 0 ? one : two)
                        .post("/api/v1/incidents/" + number + "/notes", "{\"text\": \"Note %d\"}".formatted(note))
                        .expect(200))
                .toList());

        assertThat(api(one).get("/api/v1/ledger/verify").at("/verified")).isEqualTo("true");
        assertThat(api(two).get("/api/v1/ledger/verify").at("/verified")).isEqualTo("true");
    }

    @Test
    void timersFireOnceOnBoth() {
        IntStream.range(0, CALLOUTS).forEach(number -> api(number % 2 == 0 ? one : two)
                .trigger(key("steady-" + number + "-"), "steady", "Steady").expect(202));

        awaitSecondSteps("steady-");

        assertNoStepWasTakenTwice("steady-");
    }

    @Test
    void eitherDiesAndTheOtherGoesOn() throws Exception {
        IntStream.range(0, CALLOUTS).forEach(number -> api(number % 2 == 0 ? one : two)
                .trigger(key("killed-" + number + "-"), "killed", "Killed").expect(202));
        phones.await(call -> isPage(call, "killed-"));

        one.kill();
        api(two).trigger(key("after"), "after", "After the death of one").expect(202);
        phones.await(call -> isPage(call, "after"));
        awaitSecondSteps("killed-");

        one = launch("one").awaitReady();
        two.kill();
        api(one).trigger(key("later"), "later", "After the death of the other").expect(202);
        phones.await(call -> isPage(call, "later"));
        two = launch("two").awaitReady();
        assertNoStepWasTakenTwice("killed-");
        assertThat(api(two).get("/api/v1/ledger/verify").at("/verified")).isEqualTo("true");
    }

    /** Every callout has gone on from its first person to the second. */
    private void awaitSecondSteps(String services) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(phones.calls().stream()
                        .filter(call -> isPage(call, services) && call.body().path("step").asInt() == 2)
                        .map(Phones.Call::incident)
                        .distinct())
                .hasSize(CALLOUTS));
    }

    /** A step that is delivered again is the same delivery. */
    private void assertNoStepWasTakenTwice(String services) {
        var deliveries = phones.calls().stream()
                .filter(call -> isPage(call, services))
                .collect(groupingBy(
                        call -> call.incident() + " " + call.person() + " " + call.body().path("step") + " " + call.body().path("round"),
                        Collectors.mapping(Phones.Call::delivery, Collectors.toSet())));

        assertThat(deliveries).allSatisfy((step, ids) -> assertThat(ids).as(step).hasSize(1));
        assertThat(deliveries.keySet().stream().map(step -> step.split(" ")[0]).distinct()).hasSize(CALLOUTS);
    }

    private static boolean isPage(Phones.Call call, String services) {
        var service = call.body().path("incident").path("service").asString("");
        return call.type().equals("page") && service.startsWith(services);
    }

    private static void atOnce(List<Runnable> acts) {
        try (var senders = Executors.newFixedThreadPool(8)) {
            var all = acts.stream().map(senders::submit).toList();
            for (var each : all) {
                each.get();
            }
        } catch (InterruptedException | java.util.concurrent.ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    private RunningServer launch(String node) throws Exception {
        return RunningServer.launch(folder.path().resolve(node), database, TOKEN);
    }

    private static Api api(RunningServer node) {
        return new Api("http://127.0.0.1:" + node.port(), TOKEN);
    }

    private static String key(String name) {
        return FaultyOrganisation.key(name);
    }

    private static String titled(String title) {
        return """
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: titled, title: "%s"}
                spec: {kind: digital, owner: everything, lifecycle: live}
                """.formatted(title);
    }

    private String organisation() {
        var organisation = FaultyOrganisation.withSteps(8)
                .person("ann", phones.of("ann"))
                .person("bob", phones.of("bob"))
                .team("everything", "ann", "bob");
        for (var name : List.of("twin", "noted", "after", "later")) {
            organisation.service(name, "everything", key(name));
        }
        for (var number = 0; number < CALLOUTS; number++) {
            organisation.service("steady-" + number, "everything", key("steady-" + number + "-"));
            organisation.service("killed-" + number, "everything", key("killed-" + number + "-"));
        }
        return organisation.yaml();
    }
}
