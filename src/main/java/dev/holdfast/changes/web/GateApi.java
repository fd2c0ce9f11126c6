package dev.holdfast.changes.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.Gate;
import dev.holdfast.changes.GateQuestion;
import dev.holdfast.changes.Inquiries;
import dev.holdfast.http.Unprocessable;
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

    private static final int SHORTEST_SECRET = 8;

    private final Gate gate;
    private final GateWaiting waiting;
    private final Inquiries inquiries;
    private final ChangeViews changes;

    GateApi(Gate gate, GateWaiting waiting, Inquiries inquiries, ChangeViews changes) {
        this.gate = gate;
        this.waiting = waiting;
        this.inquiries = inquiries;
        this.changes = changes;
    }

    record EmergencyBody(@Nullable String incident, @Nullable String reason) {}

    record GateBody(
            @Nullable String service, @Nullable String version, @Nullable String environment, @Nullable String deployer, @Nullable String pipelineUrl,
            @Nullable String artifactDigest, @Nullable String commit, @Nullable Integer waitSeconds, @Nullable String callbackUrl,
            @Nullable String callbackSecret, @Nullable EmergencyBody emergency) {}

    @PostMapping("/api/v1/deployments/gate")
    ResponseEntity<GateView> ask(@RequestBody GateBody body, Viewer viewer) {
        var question = new GateQuestion(
                new ServiceName(Texts.required("service", body.service())), Texts.required("version", body.version()),
                Texts.required("environment", body.environment()), body.deployer(), body.artifactDigest(), body.commit(), body.pipelineUrl(),
                emergency(body.emergency()));
        var ear = ear(body, viewer);
        var answer = body.waitSeconds() == null ? gate.ask(question, viewer) : waiting.ask(question, body.waitSeconds(), viewer);
        var callback = ear == null || !answer.mayStillPass() ? null : callback(question, ear, body, viewer);
        var response = ResponseEntity.status(answer.letsThrough() ? HttpStatus.OK : HttpStatus.FORBIDDEN);
        var again = Gate.retryAfter(answer);
        if (again != null) response.header(HttpHeaders.RETRY_AFTER, again.toString());
        return response.body(GateView.of(answer, changes.beside(answer), callback));
    }

    private static GateQuestion.@Nullable Emergency emergency(@Nullable EmergencyBody body) {
        return body == null
                ? null
                : new GateQuestion.Emergency(Texts.required("emergency.incident", body.incident()), Texts.required("emergency.reason", body.reason()));
    }

    private Inquiries.@Nullable Ear ear(GateBody body, Viewer viewer) {
        var secret = body.callbackSecret();
        if (secret != null && (secret.length() < SHORTEST_SECRET || secret.length() > 256)) {
            throw Unprocessable.of("callbackSecret", "OUT_OF_RANGE", "A secret has %d to 256 characters.".formatted(SHORTEST_SECRET));
        }
        var url = body.callbackUrl();
        if (url == null) return null;
        if (url.length() > 2_000) throw Unprocessable.of("callbackUrl", "OUT_OF_RANGE", "callbackUrl has at most 2000 characters.");
        return Inquiries.Ear.web(GateCallbacks.WAY, "callbackUrl", url, secret == null ? inquiries.secret(viewer, url) : secret);
    }

    private GateView.Callback callback(GateQuestion question, Inquiries.Ear ear, GateBody body, Viewer viewer) {
        return new GateView.Callback(inquiries.keep(question, ear, viewer.by()), body.callbackSecret() == null ? ear.secret() : null);
    }
}
