package dev.holdfast.changes.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.Changes;
import dev.holdfast.changes.Gate;
import dev.holdfast.changes.GateAnswer;
import dev.holdfast.changes.GateQuestion;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The gate: 200 where a deployment may go, 403 where it may not, so that {@code curl -f} fails (C4). */
@RestController
class GateApi {

    private final Gate gate;
    private final GateWaiting waiting;
    private final Changes changes;
    private final Clock clock;

    GateApi(Gate gate, GateWaiting waiting, Changes changes, Clock clock) {
        this.gate = gate;
        this.waiting = waiting;
        this.changes = changes;
        this.clock = clock;
    }

    record EmergencyBody(@Nullable String incident, @Nullable String reason) {}

    record GateBody(
            @Nullable String service, @Nullable String version, @Nullable String environment, @Nullable String deployer, @Nullable String pipelineUrl,
            @Nullable String artifactDigest, @Nullable String commit, @Nullable Integer waitSeconds, @Nullable EmergencyBody emergency) {}

    record Reason(String code, String message) {}

    record GateView(
            String decision, String decisionId, @Nullable ChangeView change, List<Reason> reasons, boolean recordOnly, @Nullable Instant expiresAt,
            @Nullable Integer retryAfter, @JsonRawValue @Nullable String attestation) {}

    @PostMapping("/api/v1/deployments/gate")
    ResponseEntity<GateView> ask(@RequestBody GateBody body, Viewer viewer) {
        var question = new GateQuestion(
                new ServiceName(Texts.required("service", body.service())), Texts.required("version", body.version()),
                Texts.required("environment", body.environment()), body.deployer(), body.artifactDigest(), body.commit(), body.pipelineUrl(), emergency(body.emergency()));
        var answer = body.waitSeconds() == null ? gate.ask(question, viewer) : waiting.ask(question, body.waitSeconds(), viewer);
        var response = ResponseEntity.status(answer.letsThrough() ? HttpStatus.OK : HttpStatus.FORBIDDEN);
        var again = Gate.retryAfter(answer);
        if (again != null) response.header(HttpHeaders.RETRY_AFTER, again.toString());
        return response.body(view(answer, again));
    }

    private static GateQuestion.@Nullable Emergency emergency(@Nullable EmergencyBody body) {
        return body == null
                ? null
                : new GateQuestion.Emergency(Texts.required("emergency.incident", body.incident()), Texts.required("emergency.reason", body.reason()));
    }

    private GateView view(GateAnswer answer, @Nullable Integer again) {
        var now = clock.instant();
        var weighed = answer.change() == null ? null : changes.weighed(answer.change().at(now));
        var change = weighed == null ? null : ChangeView.of(weighed.change(), weighed.risk(), weighed.conflicts(), now);
        return new GateView(
                answer.allowed() ? "allow" : "refuse", answer.decision().toString(), change, List.of(new Reason(answer.code(), answer.message())),
                answer.recordOnly(), answer.expiresAt(), again, answer.attestation());
    }
}
