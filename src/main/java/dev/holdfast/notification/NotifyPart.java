package dev.holdfast.notification;

import dev.holdfast.catalogue.AppliedDocument;
import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import dev.holdfast.http.Outbound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code Person.spec.notify}: how a person is told, in order. */
@Component
final class NotifyPart implements SpecPart<List<NotifyRule>> {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,190}");
    private static final Duration LONGEST = Duration.ofDays(1);

    private final ContactBook book;

    NotifyPart(ContactBook book) {
        this.book = book;
    }

    @Override
    public String kind() {
        return "Person";
    }

    @Override
    public Set<String> fields() {
        return Set.of("notify");
    }

    @Override
    public List<NotifyRule> read(SpecReader spec) {
        var rules = new ArrayList<NotifyRule>();
        var entries = spec.objects("notify");
        for (var index = 0; index < entries.size(); index++) {
            var rule = rule(index, entries.get(index), spec);
            if (rule != null) rules.add(rule);
        }
        return rules;
    }

    @Override
    public void applied(AppliedDocument document) {
        var rules = document.ended() ? List.<NotifyRule>of() : read(document.spec());
        book.keep(document, rules);
    }

    @Override
    public void shown(String name, ObjectNode spec) {
        if (!(spec.get("notify") instanceof ArrayNode rules)) return;
        for (var entry : rules) {
            if (!(entry instanceof ObjectNode rule)) continue;
            var by = rule.path("by").asString("");
            if (by.equals("webhook")) rule.put("secret", "set");
            if (by.equals("ntfy") && book.hasToken(name, rule.path("to").asString(""))) rule.put("token", "set");
        }
    }

    private static @Nullable NotifyRule rule(int index, SpecReader entry, SpecReader person) {
        var after = entry.duration("after");
        if (after != null && (after.isNegative() || after.compareTo(LONGEST) > 0)) {
            entry.fault("after", "OUT_OF_RANGE", "after is from PT0S to P1D");
        }
        var by = entry.required("by", entry.choice("by", By.class));
        if (by == null) {
            entry.raw("to");
            entry.secret("secret");
            entry.secret("token");
            return null;
        }
        var address = by == By.EMAIL ? email(entry, person) : web(entry);
        if (by == By.WEBHOOK) demandLength(entry, entry.secret("secret"));
        if (by == By.NTFY) token(entry, entry.secret("token"));
        return address == null ? null : new NotifyRule(index, after == null ? Duration.ZERO : after, by, address);
    }

    private static @Nullable String email(SpecReader entry, SpecReader person) {
        var to = entry.text("to");
        var address = to == null ? person.text("email") : to;
        if (address == null) {
            entry.fault("to", "REQUIRED", "to is required where the person has no email");
            return null;
        }
        if (EMAIL.matcher(address).matches()) return address;
        if (to != null) entry.fault("to", "MALFORMED", "to is not an address such as ann@example.com");
        return null;
    }

    private static @Nullable String web(SpecReader entry) {
        var to = entry.requiredText("to");
        if (to == null) return null;
        var fault = Outbound.fault("to", to);
        fault.ifPresent(why -> entry.fault("to", "MALFORMED", why));
        return fault.isEmpty() ? to : null;
    }

    private static void demandLength(SpecReader entry, @Nullable String secret) {
        if (secret != null && (secret.isEmpty() || secret.length() > 256)) {
            entry.fault("secret", "OUT_OF_RANGE", "secret has 1 to 256 characters");
        }
    }

    private static void token(SpecReader entry, @Nullable String token) {
        if (token != null && !token.matches("[\\x21-\\x7e]{1,256}")) {
            entry.fault("token", "MALFORMED", "token has 1 to 256 plain characters without spaces");
        }
    }
}
