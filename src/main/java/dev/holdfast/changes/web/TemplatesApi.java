package dev.holdfast.changes.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.changes.ChangeTemplate;
import dev.holdfast.changes.ChangeTemplates;
import dev.holdfast.changes.Earned;
import dev.holdfast.changes.Standing;
import dev.holdfast.http.Listing;
import dev.holdfast.http.NotApplicable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** ChangeTemplates, as they stand, with what their services have earned (C1). */
@RestController
@RequestMapping("/api/v1/change-templates")
class TemplatesApi {

    private static final NotApplicable NO_CHANGES = new NotApplicable("no change of this service has ended yet");
    private static final NotApplicable NO_RECOVERY = new NotApplicable("no change that failed was followed by one that did not");

    private final ChangeTemplates templates;

    TemplatesApi(ChangeTemplates templates) {
        this.templates = templates;
    }

    record ReasonBody(@Nullable String reason, @Nullable String person) {

        static String reason(@Nullable ReasonBody body) {
            return body == null || body.reason() == null ? "" : body.reason();
        }

        static @Nullable String person(@Nullable ReasonBody body) {
            return body == null ? null : body.person();
        }
    }

    record EarnedView(int changes, int failed, Object failureRate, Object upTo, Object medianRecovery) {

        static EarnedView of(Earned earned) {
            var rate = earned.failureRate();
            var upTo = earned.upTo();
            var recovery = earned.medianRecovery();
            return new EarnedView(
                    earned.changes(), earned.failed(), rate == null ? NO_CHANGES : rate.toPlainString(),
                    upTo == null ? NO_CHANGES : upTo.toPlainString(), recovery == null ? NO_RECOVERY : recovery.toString());
        }
    }

    record TemplateView(
            String name, @Nullable String title, String service, Standing.State state, int revision, @Nullable Integer agreedRevision,
            @Nullable String agreedBy, @Nullable Instant agreedAt, @Nullable LocalDate expires, @Nullable String why, @Nullable ChangeTemplate spec,
            EarnedView earned) {}

    @GetMapping
    Listing<TemplateView> list(Viewer viewer) {
        return new Listing<>(templates.all(viewer).stream().map(this::view).toList(), null);
    }

    @GetMapping("/{name}")
    TemplateView one(@PathVariable String name, Viewer viewer) {
        return view(templates.find(name, viewer));
    }

    @PostMapping("/{name}/agree")
    TemplateView agree(@PathVariable String name, @RequestBody(required = false) @Nullable ReasonBody body, Viewer viewer) {
        return view(templates.agree(name, ReasonBody.person(body), viewer));
    }

    @PostMapping("/{name}/renew")
    TemplateView renew(@PathVariable String name, @RequestBody(required = false) @Nullable ReasonBody body, Viewer viewer) {
        return view(templates.renew(name, ReasonBody.person(body), viewer));
    }

    @PostMapping("/{name}/suspend")
    TemplateView suspend(@PathVariable String name, @RequestBody(required = false) @Nullable ReasonBody body, Viewer viewer) {
        return view(templates.suspend(name, ReasonBody.reason(body), ReasonBody.person(body), viewer));
    }

    @PostMapping("/{name}/reinstate")
    TemplateView reinstate(@PathVariable String name, @RequestBody(required = false) @Nullable ReasonBody body, Viewer viewer) {
        return view(templates.reinstate(name, ReasonBody.reason(body), ReasonBody.person(body), viewer));
    }

    @PostMapping("/{name}/retire")
    TemplateView retire(@PathVariable String name, @RequestBody(required = false) @Nullable ReasonBody body, Viewer viewer) {
        return view(templates.retire(name, ReasonBody.reason(body), ReasonBody.person(body), viewer));
    }

    private TemplateView view(ChangeTemplates.Shown shown) {
        var standing = shown.standing();
        var template = shown.template();
        var expires = template == null || standing.expires() != null ? standing.expires() : template.expires();
        return new TemplateView(
                standing.name(), template == null ? null : template.title(), standing.service().value(), standing.shown(), standing.revision(),
                standing.agreedRevision(), standing.agreedBy(), standing.agreedAt(), expires, standing.why(), template,
                EarnedView.of(templates.earned(standing.service())));
    }
}
