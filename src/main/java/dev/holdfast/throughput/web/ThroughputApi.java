package dev.holdfast.throughput.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.throughput.Measure;
import dev.holdfast.throughput.MeasureScope;
import dev.holdfast.throughput.Throughput;
import dev.holdfast.throughput.ThroughputAsked;
import dev.holdfast.throughput.ThroughputCsv;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How fast and how safely changes reach users, as programs ask for it (M1 to M4). */
@RestController
class ThroughputApi {

    private final Throughput throughput;
    private final Clock clock;

    ThroughputApi(Throughput throughput, Clock clock) {
        this.throughput = throughput;
        this.clock = clock;
    }

    record Answer(
            String scope, Instant from, Instant to, String timeZone, String bucket, int services, @Nullable Instant knownSince, List<Measure> measures) {

        static Answer of(Throughput.Answer answer) {
            return new Answer(
                    answer.scope().toString(), answer.from(), answer.to(), answer.zone().getId(), answer.bucket().name().toLowerCase(Locale.ROOT), answer.services(),
                    answer.knownSince(), answer.measures());
        }
    }

    @GetMapping("/api/v1/deployments/measures")
    ResponseEntity<?> measures(
            @RequestParam @Nullable String scope, @RequestParam @Nullable String from, @RequestParam @Nullable String to, @RequestParam @Nullable String bucket,
            @RequestParam @Nullable String format, Viewer viewer) {
        viewer.demand(Scope.READ);
        if (format != null && !format.equals("csv") && !format.equals("json")) {
            throw Unprocessable.of("format", "UNKNOWN_VALUE", "Measures are given as json or csv.");
        }
        var asked = ThroughputAsked.of(from, to, bucket, clock.instant());
        var answer = throughput.of(MeasureScope.of(scope), asked.from(), asked.to(), asked.bucket());
        if (!"csv".equals(format)) return ResponseEntity.ok(Answer.of(answer));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"throughput.csv\"")
                .body(ThroughputCsv.of(answer).text().getBytes(UTF_8));
    }
}
