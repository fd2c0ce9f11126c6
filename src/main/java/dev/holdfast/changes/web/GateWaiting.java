package dev.holdfast.changes.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.changes.Gate;
import dev.holdfast.changes.GateAnswer;
import dev.holdfast.changes.GateQuestion;
import dev.holdfast.http.Unprocessable;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Asks the gate again until it no longer waits, or the time that the pipeline gives is over. */
@Component
class GateWaiting {

    private static final int LONGEST = 55;
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final Gate gate;

    GateWaiting(Gate gate) {
        this.gate = gate;
    }

    GateAnswer ask(GateQuestion question, int seconds, Viewer viewer) {
        if (seconds < 0 || seconds > LONGEST) throw Unprocessable.of("waitSeconds", "OUT_OF_RANGE", "waitSeconds is between 0 and 55.");
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        var answer = gate.ask(question, viewer);
        while (answer.isWaiting() && System.nanoTime() + BETWEEN.toNanos() < end) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            answer = gate.ask(question, viewer);
        }
        return answer;
    }
}
