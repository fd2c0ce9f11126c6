package dev.holdfast.insurance.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.Fault;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.insurance.Move;
import dev.holdfast.insurance.Simulator;
import dev.holdfast.operatingmodel.OnCallLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What standby would cost (X2). Nothing is stored. */
@RestController
class SimulationApi {

    private static final int MOST_MOVES = 1000;

    private final Simulator simulator;

    SimulationApi(Simulator simulator) {
        this.simulator = simulator;
    }

    @PostMapping("/api/v1/costs/simulate")
    SimulationView simulate(Viewer viewer, @RequestBody SimulationBody body) {
        viewer.demand(Scope.READ);
        if (body.isOfOrganisation()) return SimulationView.of(simulator.organisation(moves(body)));
        return SimulationView.of(simulator.of(body.question()));
    }

    private static List<Move> moves(SimulationBody body) {
        var asked = body.move() == null ? List.<SimulationBody.MoveBody>of() : body.move();
        if (asked.size() > MOST_MOVES) throw Unprocessable.of("move", "OUT_OF_RANGE", "At most %d services are moved at once.".formatted(MOST_MOVES));
        var faults = new ArrayList<Fault>();
        var moves = new ArrayList<Move>();
        for (var index = 0; index < asked.size(); index++) {
            var each = asked.get(index);
            var service = each == null ? null : each.service();
            var level = each == null ? null : each.level();
            var known = Arrays.stream(OnCallLevel.values()).filter(it -> it.word().equals(level)).findFirst();
            if (service == null || service.isBlank()) faults.add(Fault.at("move[" + index + "].service", "REQUIRED", "Say which service moves."));
            if (known.isEmpty()) faults.add(Fault.at("move[" + index + "].level", "UNKNOWN_VALUE", "A level is none, domain or team."));
            if (service != null && !service.isBlank() && known.isPresent()) moves.add(new Move(new ServiceName(service), known.get()));
        }
        if (!faults.isEmpty()) throw new Unprocessable(faults);
        return moves;
    }
}
