package dev.holdfast.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.alerts.AlertKey;
import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.alerts.Route;
import dev.holdfast.alerts.Severity;
import dev.holdfast.alerts.Signal;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.quantities.TimeOrdered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JoiningTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:12:02Z");
    private static final ServiceName BEDROOM = new ServiceName("bedroom");
    private static final ServiceName SEARCH = new ServiceName("search");

    @Test
    void alertsOfOneServiceThatArriveTogetherMakeOneIncident() {
        var decision = Joining.decide(List.of(alert("a", BEDROOM, Severity.WARNING), alert("b", BEDROOM, Severity.CRITICAL)), List.of());

        assertThat(decision.joining()).isEmpty();
        assertThat(decision.making()).hasSize(1);
        assertThat(decision.making().getFirst().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(decision.making().getFirst().foremost().signal().summary()).isEqualTo("b");
    }

    @Test
    void anAlertJoinsTheOldestIncidentThatItsServiceAnswersOrThatAffectsIt() {
        var affects = new Joining.Candidate(incident(SEARCH, Severity.ERROR), Set.of(BEDROOM));
        var answers = new Joining.Candidate(incident(BEDROOM, Severity.ERROR), Set.of(BEDROOM));

        var decision = Joining.decide(List.of(alert("a", BEDROOM, Severity.ERROR)), List.of(affects, answers));

        assertThat(decision.making()).isEmpty();
        assertThat(decision.joining().getFirst().incident()).isEqualTo(affects.incident());
        assertThat(decision.joining().getFirst().worsens()).isFalse();
    }

    @Test
    void anAlertMoreSevereThanAnyBeforeItWorsensItsIncident() {
        var open = new Joining.Candidate(incident(BEDROOM, Severity.ERROR), Set.of(BEDROOM));

        var decision = Joining.decide(List.of(alert("a", BEDROOM, Severity.CRITICAL)), List.of(open));

        assertThat(decision.joining().getFirst().worsens()).isTrue();
    }

    @Test
    void whatIsUnroutedInDryRunOrNeverPagesMakesNothing() {
        var unrouted = alert("a", null, Severity.CRITICAL);
        var dryRun = new Fresh(TimeOrdered.id(NOW), signal("b", Severity.CRITICAL), 1, new Route(BEDROOM, true, "dry"), IncidentPolicy.DEFAULT.of(Severity.CRITICAL));
        var info = alert("c", BEDROOM, Severity.INFO);

        var decision = Joining.decide(List.of(unrouted, dryRun, info), List.of());

        assertThat(decision.making()).isEmpty();
        assertThat(decision.joining()).isEmpty();
    }

    @Test
    void signalsOfOneKeyAreCountedAndContradictionsBeginAWave() {
        var trigger = signal("a", Severity.ERROR);
        var resolve = new Signal(trigger.key(), Signal.Action.RESOLVE, Severity.ERROR, "a", null, Map.of(), List.of(), "{}", null, false, NOW);

        var waves = Said.inWaves(List.of(trigger, trigger, signal("b", Severity.ERROR), resolve, trigger));

        assertThat(waves).hasSize(3);
        assertThat(waves.getFirst()).extracting(Said::times).containsExactly(2L, 1L);
        assertThat(waves.get(1)).extracting(said -> said.signal().action()).containsExactly(Signal.Action.RESOLVE);
    }

    private static Fresh alert(String name, ServiceName service, Severity severity) {
        return new Fresh(TimeOrdered.id(NOW), signal(name, severity), 1, new Route(service, false, "test"), IncidentPolicy.DEFAULT.of(severity));
    }

    private static Signal signal(String name, Severity severity) {
        var key = new AlertKey(new IntegrationName("test"), name);
        return new Signal(key, Signal.Action.TRIGGER, severity, name, null, Map.of(), List.of(), "{}", null, false, NOW);
    }

    private static Incident incident(ServiceName service, Severity severity) {
        var judgement = new Judgement(LossSize.LOW, dev.holdfast.quantities.Money.of("0", "USD"), null, Optional.empty(), List.of());
        return NewIncident.of(new IncidentId(TimeOrdered.id(NOW)), "open", service, severity, judgement, NOW, NOW);
    }
}
