package dev.holdfast.reflection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HoldfastTest;
import dev.holdfast.Statements;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.Decisions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of a reflection is told only as long as it is what would be found anew: whatever changes is seen. */
@HoldfastTest
class KeptReflectionTest {

    private static final Viewer ADMIN = new Viewer("admin", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, "ci");
    private static final int SERVICES = 5;

    @Autowired
    private Reflections reflections;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Decisions decisions;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsKeptIsWhatIsFoundAnew(long seed) {
        var random = new Random(seed);
        for (var number = 0; number < SERVICES; number++) declare(seed, number, random);
        var acts = List.<Runnable>of(
                () -> declare(seed, random.nextInt(SERVICES), random),
                () -> decisions.decide(ADMIN, service(seed, random.nextInt(SERVICES)), null, "Looked at.", null),
                () -> past(service(seed, random.nextInt(SERVICES)), random),
                () -> db.sql("update incidents.incident set loss = loss + 1, overrun = overrun + 1 where service = :service")
                        .param("service", service(seed, random.nextInt(SERVICES)).value()).update(),
                () -> db.sql("update incidents.incident set type = 'major' where service = :service")
                        .param("service", service(seed, random.nextInt(SERVICES)).value()).update(),
                () -> clock.advance(Duration.ofHours(random.nextInt(24 * 20))));

        for (var step = 0; step < 25; step++) {
            acts.get(random.nextInt(acts.size())).run();

            var anew = transaction.execute(status -> reflections.now());
            for (var again = 0; again < 2; again++) {
                assertThat(reflections.now()).as("step %d", step).usingRecursiveComparison().ignoringFields("from", "at").isEqualTo(anew);
            }
        }
    }

    @Test
    void isToldAgainWithoutSumming() {
        declare(0, 0, new Random(0));
        past(service(0, 0), new Random(0));

        assertThat(Statements.of(reflections::now)).anyMatch(KeptReflectionTest::sums);
        var again = Statements.of(reflections::now);

        assertThat(again).noneMatch(KeptReflectionTest::sums).hasSizeLessThan(6);
    }

    private static boolean sums(String statement) {
        return statement.contains("sum(loss)");
    }

    private void declare(long seed, int number, Random random) {
        apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: kept-ann}
                spec: {timeZone: Europe/London}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: kept-team}
                spec: {kind: product, members: [kept-ann]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: %s}
                spec: {kind: digital, owner: kept-team, exposurePerHour: {revenue: %d, cost: 0}, demand: %s}
                """.formatted(service(seed, number), random.nextInt(900_000), random.nextBoolean() ? "Low" : "Very High"));
    }

    private void apply(String yaml) {
        catalogue.apply(yaml.getBytes(UTF_8), ADMIN, false);
    }

    private void past(ServiceName service, Random random) {
        var started = clock.instant().minus(Duration.ofHours(1 + random.nextInt(24 * 120))).toString();
        db.sql("""
                insert into incidents.incident (id, summary, state, service, severity, type, type_by, loss_size, started_at, opened_at,
                       resolved_at, resolved_by, imported, loss, at_tolerable, protected, overrun)
                select gen_random_uuid(), 'Something was wrong', 'resolved', :service, 'error', 'minor', 'expected-loss', 'low', :at::timestamptz,
                       :at::timestamptz, :at::timestamptz + interval '20 minutes', 'holdfast', true, :loss, 90000, 1, :overrun
                """)
                .param("service", service.value())
                .param("at", started)
                .param("loss", random.nextInt(100_000))
                .param("overrun", random.nextInt(2))
                .update();
    }

    private static ServiceName service(long seed, int number) {
        return new ServiceName("kept-%d-%d".formatted(seed, number));
    }
}
