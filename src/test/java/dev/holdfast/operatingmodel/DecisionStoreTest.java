package dev.holdfast.operatingmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.holdfast.WithDatabase;
import dev.holdfast.catalogue.ServiceKind;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.quantities.AvailabilityLevel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@WithDatabase
class DecisionStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final ServiceName BEDROOM = new ServiceName("bedroom");
    private static final ServiceName CHECKOUT = new ServiceName("checkout");

    private final DecisionStore store;

    DecisionStoreTest(JdbcClient db) {
        this.store = new DecisionStore(db);
    }

    @Test
    void givesBackWhatWasDecided() {
        var outcome = new Outcome(
                AvailabilityLevel.of("99.0"),
                new DemandBand("Very High", 1),
                OperatingModel.YBYR,
                new OnCall(OnCallLevel.TEAM, OnCallLevel.DOMAIN),
                List.of(Caution.FOUNDATIONAL_YBYR, Caution.ABOVE_TOP_BAND));
        var override = new Overriding(OperatingModel.OPS, AvailabilityLevel.of("99.95"), OnCallLevel.OPERATIONS);
        var whole = decision(BEDROOM, NOON, outcome, override, NOON.plusSeconds(60));
        var confirmed = decision(CHECKOUT, NOON, null, null, null);

        store.add(whole);
        store.add(confirmed);

        assertThat(store.latest(BEDROOM, NOON)).contains(whole);
        assertThat(store.latest(NOON)).containsOnly(entry(BEDROOM, whole), entry(CHECKOUT, confirmed));
    }

    @Test
    void theLatestOfAnInstantIsTheOneTakenLast() {
        var first = decision(BEDROOM, NOON, null, null, null);
        var second = decision(BEDROOM, NOON, null, null, null);
        var later = decision(BEDROOM, NOON.plusSeconds(1), null, null, null);

        List.of(first, second, later).forEach(store::add);

        assertThat(store.latest(BEDROOM, NOON)).contains(second);
        assertThat(store.latest(BEDROOM, NOON.minusSeconds(1))).isEmpty();
        assertThat(store.of(BEDROOM, null, 2)).containsExactly(later, second);
        assertThat(store.of(BEDROOM, second.id(), 2)).containsExactly(first);
    }

    @Test
    void theDatabaseRefusesAnEndBeforeTheBeginning() {
        var wrong = decision(BEDROOM, NOON, null, null, NOON);

        assertThatThrownBy(() -> store.add(wrong)).isInstanceOf(DataIntegrityViolationException.class);
    }

    private static Decision decision(
            ServiceName service,
            Instant at,
            @Nullable Outcome calculated,
            @Nullable Overriding overriding,
            @Nullable Instant until) {
        var inputs = new Decision.Inputs(Exposure.of("200000"), "Very High", ServiceKind.FOUNDATIONAL);
        return new Decision(
                UUID.randomUUID(), service, at, "ann", inputs, 3, calculated, overriding, "Black Friday", until);
    }
}
