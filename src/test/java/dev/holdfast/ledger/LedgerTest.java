package dev.holdfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.TestDatabase;
import dev.holdfast.WithDatabase;
import dev.holdfast.http.Limit;
import dev.holdfast.keys.Keyring;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@WithDatabase
class LedgerTest {

    private final TestDatabase database;
    private final JdbcClient db;
    private final Node node;

    LedgerTest(TestDatabase database, DataSource source) {
        this.database = database;
        this.db = JdbcClient.create(source);
        this.node = new Node(source);
    }

    /** A server's ledger on connections of its own. */
    private record Node(Ledger ledger, TransactionTemplate transaction) {

        Node(DataSource source) {
            var transactions = new JdbcTransactionManager(source);
            var ledger = new Ledger(
                    new JdbcTemplate(source), transactions, new Keyring(new byte[32]), new JsonMapper(), Clock.systemUTC(), event -> {});
            this(ledger, new TransactionTemplate(transactions));
        }

        void act(String act) {
            transaction.executeWithoutResult(
                    open -> ledger.record("ann", act, "service/bedroom", null, Map.of("owner", "bedroom-team")));
        }
    }

    @Test
    void chainsTheActsOfOneTransactionInTheirOrder() {
        node.transaction().executeWithoutResult(open -> {
            node.ledger().record("ann", "first", "a", null, null);
            node.ledger().record("token:ci", "second", "b", Map.of("n", 1), Map.of("n", 2));
        });

        var found = node.ledger().find(new Question(null, null, null, null), null, Limit.of(null)).items();
        assertThat(found).extracting(Entry::act).containsExactly("second", "first");
        assertThat(found.getFirst().previousHash()).isEqualTo(found.getLast().hash());
        assertThat(node.ledger().verify().verified()).isTrue();
    }

    @Test
    void recordsNothingOfWhatWasRolledBack() {
        node.transaction().executeWithoutResult(open -> {
            node.ledger().record("ann", "never", "a", null, null);
            open.setRollbackOnly();
        });

        assertThat(node.ledger().verify().entries()).isZero();
        assertThatThrownBy(() -> node.ledger().record("ann", "alone", "a", null, null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void holdsUnderManyWritersOnTwoNodes() throws Exception {
        try (var other = database.dataSource();
                var writers = Executors.newFixedThreadPool(8)) {
            var nodes = List.of(node, new Node(other));

            var written = IntStream.range(0, 200)
                    .<Future<?>>mapToObj(number -> writers.submit(() -> nodes.get(number % 2).act("act " + number)))
                    .toList();
            for (var one : written) one.get();

            var verdict = node.ledger().verify();
            assertThat(verdict.firstBroken()).isNull();
            assertThat(verdict.entries()).isEqualTo(200);
            assertThat(verdict.head().sequence()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "update ledger.entry set by = 'eve' where sequence = 1",
        "delete from ledger.entry where sequence = 1",
        "truncate ledger.entry",
    })
    void refusesEveryChange(String attack) {
        node.act("one");

        assertThatThrownBy(() -> db.sql(attack).update()).hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    update ledger.entry set by = 'eve' where sequence = 3                       | 3 | content
                    update ledger.entry set after = null where sequence = 3                     | 3 | content
                    update ledger.entry set at = at + interval '1 s' where sequence = 3         | 3 | content
                    delete from ledger.entry where sequence = 3                                 | 3 | missing
                    delete from ledger.entry where sequence = 1                                 | 1 | missing
                    delete from ledger.entry where sequence >= 4                                | 4 | tail is cut
                    delete from ledger.entry                                                    | 1 | tail is cut
                    update ledger.entry set sequence = 7 - sequence + 100; update ledger.entry set sequence = sequence - 100 - 1 | 1 | link
                    delete from ledger.entry where sequence = 5; update ledger.head set sequence = 4, hash = (select hash from ledger.entry where sequence = 4) | 4 | seal
                    """)
    void namesTheFirstEntryThatABreakerOfTheTableTouched(String attack, long sequence, String why) {
        IntStream.rangeClosed(1, 5).forEach(number -> node.act("act " + number));

        db.sql("alter table ledger.entry disable trigger user").update();
        for (var statement : attack.split(";")) db.sql(statement).update();

        var verdict = node.ledger().verify();
        assertThat(verdict.verified()).isFalse();
        assertThat(verdict.firstBroken()).isNotNull();
        assertThat(verdict.firstBroken().sequence()).isEqualTo(sequence);
        assertThat(verdict.firstBroken().why()).contains(why);
    }

    @Test
    void findsARecomputedChainByTheSealOfItsHead() {
        IntStream.rangeClosed(1, 2).forEach(number -> node.act("act " + number));
        db.sql("alter table ledger.entry disable trigger user").update();
        var entries = node.ledger().find(new Question(null, null, null, null), null, Limit.of(null)).items();
        var forged = Chain.append(
                new Head(1, entries.getLast().hash()),
                List.of(new Act(entries.getFirst().at(), "eve", "act 2", "service/bedroom", null, null)));

        db.sql("delete from ledger.entry where sequence = 2").update();
        new LedgerStore(new JdbcTemplate(database.dataSource())).append(forged);
        new LedgerStore(new JdbcTemplate(database.dataSource())).moveHead(new Head(2, forged.getFirst().hash()), "forged");

        var broken = node.ledger().verify().firstBroken();
        assertThat(broken).isNotNull();
        assertThat(broken.why()).contains("not sealed");
    }

    @Test
    void cutsTheListByCursor() {
        IntStream.rangeClosed(1, 5).forEach(number -> node.act("act " + number));

        var question = new Question("service/bedroom", "ann", null, null);
        var first = node.ledger().find(question, null, Limit.of(3));
        var second = node.ledger().find(question, first.next(), Limit.of(3));

        assertThat(first.items()).extracting(Entry::sequence).containsExactly(5L, 4L, 3L);
        assertThat(second.items()).extracting(Entry::sequence).containsExactly(2L, 1L);
        assertThat(second.next()).isNull();
    }

    @Test
    void theCommandSaysTheSameWithoutAServer() {
        var key = Base64.getEncoder().encodeToString(new byte[32]);
        node.act("one");

        var whole = LedgerCommand.verify(database.access(), key, Path.of("nowhere"));
        db.sql("alter table ledger.entry disable trigger user").update();
        db.sql("update ledger.entry set by = 'eve'").update();
        var broken = LedgerCommand.verify(database.access(), key, Path.of("nowhere"));

        assertThat(whole.verified()).isTrue();
        assertThat(LedgerCommand.line(broken)).startsWith("The ledger is broken at entry 1: its content");
    }
}
