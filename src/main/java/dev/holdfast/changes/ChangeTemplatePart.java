package dev.holdfast.changes;

import dev.holdfast.catalogue.AppliedDocument;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import dev.holdfast.deployments.Deployment;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads ChangeTemplate documents. What is applied is proposed: only a change manager agrees. */
@Component
class ChangeTemplatePart implements SpecPart<ChangeTemplate> {

    static final String KIND = "ChangeTemplate";

    private final TemplateStore store;

    ChangeTemplatePart(TemplateStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> fields() {
        return Set.of("service", "environments", "lowRisk", "repeatable", "criteria", "plan", "expires");
    }

    @Override
    public @Nullable ChangeTemplate read(SpecReader spec) {
        var service = spec.required("service", spec.reference("service", "Service"));
        var lowRisk = spec.requiredText("lowRisk");
        var repeatable = spec.requiredText("repeatable");
        var expires = spec.required("expires", spec.date("expires"));
        var criteria = criteria(spec);
        var plan = spec.object("plan");
        var environments = spec.has("environments") ? spec.texts("environments") : List.of(Deployment.PRODUCTION);
        if (service == null || service.isBlank() || lowRisk == null || repeatable == null || expires == null) return null;
        return new ChangeTemplate(
                spec.name(), spec.title(), new ServiceName(service), new LinkedHashSet<>(environments), lowRisk, repeatable, criteria,
                plan == null
                        ? new ChangeTemplate.Plan(null, null, null)
                        : new ChangeTemplate.Plan(plan.text("steps"), plan.text("test"), plan.text("backOut")),
                expires);
    }

    @Override
    public void applied(AppliedDocument document) {
        if (document.after() == null) {
            store.retire(document.name(), document.by());
        } else if (document.before() == null || !document.before().spec().equals(document.after().spec())) {
            store.propose(document.name(), Objects.requireNonNull(read(document.spec())), document.by());
        }
    }

    private static Set<Criterion> criteria(SpecReader spec) {
        var criteria = EnumSet.noneOf(Criterion.class);
        for (var word : spec.texts("criteria")) {
            var known = List.of(Criterion.values()).stream().filter(each -> each.word().equals(word)).findFirst();
            known.ifPresent(criteria::add);
            if (known.isEmpty()) {
                var words = List.of(Criterion.values()).stream().map(Criterion::word).toList();
                spec.fault("criteria", "UNKNOWN_VALUE", "%s is not one of %s".formatted(word.toLowerCase(Locale.ROOT), String.join(", ", words)));
            }
        }
        if (criteria.isEmpty() && !spec.has("criteria")) spec.required("criteria", null);
        return criteria;
    }
}
