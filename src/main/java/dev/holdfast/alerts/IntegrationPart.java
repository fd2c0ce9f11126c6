package dev.holdfast.alerts;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.holdfast.catalogue.AppliedDocument;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What an Integration document says of alerts: whose come with this key, or how their labels tell. */
@Component
class IntegrationPart implements SpecPart<Integration> {

    private static final java.util.regex.Pattern KEY = java.util.regex.Pattern.compile("[A-Za-z0-9]{32}");

    private final Keys keys;

    IntegrationPart(Keys keys) {
        this.keys = keys;
    }

    @Override
    public String kind() {
        return "Integration";
    }

    @Override
    public Set<String> fields() {
        return Set.of("service", "key", "dryRun", "from", "routes", "otherwise");
    }

    @Override
    public @Nullable Integration read(SpecReader spec) {
        var from = spec.choice("from", Sender.class);
        if (from != null && from.isPipeline()) {
            noAlerts(spec);
            return null;
        }
        var service = spec.reference("service", "Service");
        var rules = spec.objects("routes").stream().map(IntegrationPart::rule).toList();
        if (service != null && spec.has("routes")) {
            spec.fault("routes", "OUT_OF_RANGE", "An integration has a service or routes, not both.");
        } else if (service == null && !spec.has("routes")) {
            spec.fault("service", "REQUIRED", "An integration needs a service, or routes by labels.");
        }
        var key = spec.secret("key");
        if (key != null && !KEY.matcher(key).matches()) {
            spec.fault("key", "OUT_OF_RANGE", "A key is 32 letters or digits.");
        }
        var otherwise = spec.object("otherwise");
        return new Integration(
                new IntegrationName(spec.name()),
                name(service),
                rules,
                otherwise == null ? null : name(otherwise.reference("service", "Service")),
                spec.flag("dryRun", false));
    }

    @Override
    public void applied(AppliedDocument document) {
        if (document.ended() || Sender.of(document.after()).filter(Sender::isPipeline).isPresent()) {
            keys.revoke(document.name());
        } else {
            keys.keep(document);
        }
    }

    @Override
    public void shown(String name, ObjectNode spec) {
        if (Sender.of(spec).filter(Sender::isPipeline).isEmpty()) spec.put("key", "set");
    }

    private static void noAlerts(SpecReader spec) {
        for (var field : Set.of("key", "routes", "otherwise", "dryRun")) {
            if (spec.has(field)) spec.fault(field, "OUT_OF_RANGE", "This is for alerts; what this sender says are builds and deployments.");
        }
    }

    private static Routing.Rule rule(SpecReader route) {
        var matches = route.objects("match").stream().map(IntegrationPart::match).toList();
        var service = route.reference("service", "Service");
        var routeBy = route.object("routeBy");
        var label = routeBy == null ? null : routeBy.requiredText("label");
        if ((service == null) == (routeBy == null)) {
            route.fault("routeBy", "REQUIRED", "A route names a service, or the label whose value is one.");
        }
        return new Routing.Rule(matches, name(service), label);
    }

    private static Routing.Match match(SpecReader match) {
        var label = match.requiredText("label");
        var is = match.text("is");
        var matches = match.text("matches");
        if ((is == null) == (matches == null)) {
            match.fault("is", "REQUIRED", "A match says what the label is, or what it matches.");
        }
        return new Routing.Match(label == null ? "" : label, is, pattern(match, matches));
    }

    private static @Nullable Pattern pattern(SpecReader match, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            match.fault("matches", "MALFORMED", "This is no pattern: " + e.getDescription() + ".");
            return null;
        }
    }

    private static @Nullable ServiceName name(@Nullable String service) {
        return service == null ? null : new ServiceName(service);
    }
}
