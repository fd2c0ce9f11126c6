package dev.holdfast.changes.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.changes.FreezePreview;
import dev.holdfast.changes.FreezeWindow;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WallClock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a freeze would have stopped (C4). */
@RestController
class FreezeApi {

    private final FreezePreview preview;

    FreezeApi(FreezePreview preview) {
        this.preview = preview;
    }

    record SpecBody(
            @Nullable Set<String> services, @Nullable Set<String> domains, @Nullable Set<String> environments, @Nullable String from, @Nullable String to,
            @Nullable String timeZone, @Nullable String reason) {}

    record PreviewBody(@Nullable SpecBody spec) {}

    record PreviewView(List<DeploymentView> stopped, int failed) {}

    @PostMapping("/api/v1/freeze-windows/preview")
    PreviewView preview(@RequestBody PreviewBody body, Viewer viewer) {
        if (body.spec() == null) throw Unprocessable.of("spec", "REQUIRED", "spec is required.");
        var stopped = preview.stopped(window(body.spec()), viewer);
        var failed = (int) stopped.stream().filter(each -> each.known().failure() != null).count();
        return new PreviewView(stopped.stream().map(DeploymentView::of).toList(), failed);
    }

    private static FreezeWindow window(SpecBody spec) {
        var zone = read("timeZone", spec.timeZone(), ZoneId::of);
        var from = read("from", spec.from(), LocalDateTime::parse);
        var to = read("to", spec.to(), LocalDateTime::parse);
        if (!from.isBefore(to)) throw Unprocessable.of("to", "OUT_OF_RANGE", "A freeze ends after it begins.");
        var services = spec.services() == null ? Set.<String>of() : spec.services();
        var domains = spec.domains() == null ? Set.<String>of() : spec.domains();
        var environments = spec.environments() == null ? Set.of(Deployment.PRODUCTION) : spec.environments();
        var during = new Period(WallClock.startOf(from, zone), WallClock.endOf(to, zone));
        return new FreezeWindow("preview", services, domains, environments, during, spec.reason());
    }

    private static <T> T read(String field, @Nullable String text, Function<String, T> reading) {
        try {
            return reading.apply(Texts.required("spec." + field, text));
        } catch (DateTimeException unreadable) {
            throw Unprocessable.of("spec." + field, "MALFORMED", field + " cannot be read.");
        }
    }
}
