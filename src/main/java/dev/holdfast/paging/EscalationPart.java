package dev.holdfast.paging;

import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The organisation's {@code escalation} and {@code suppression}. */
@Component
class EscalationPart implements SpecPart<EscalationPolicy> {

    private static final int MOST_ROUNDS = 100;

    @Override
    public String kind() {
        return "Organisation";
    }

    @Override
    public Set<String> fields() {
        return Set.of("escalation", "suppression");
    }

    @Override
    public EscalationPolicy read(SpecReader spec) {
        var usual = EscalationPolicy.DEFAULT;
        var above = breakThrough(spec);
        var escalation = spec.object("escalation");
        if (escalation == null) {
            return new EscalationPolicy(
                    usual.stepTimeout(), usual.tierTimeouts(), usual.rounds(), usual.majorAckTimeout(), above);
        }
        var tiers = escalation.object("tierTimeouts");
        return new EscalationPolicy(
                timeout(escalation, "stepTimeout", usual.stepTimeout()),
                tiers == null ? Map.of() : tierTimeouts(tiers),
                rounds(escalation, usual.rounds()),
                timeout(escalation, "majorAckTimeout", usual.majorAckTimeout()),
                above);
    }

    private static Duration timeout(SpecReader reader, String field, Duration usual) {
        var given = reader.duration(field);
        if (given == null) {
            return usual;
        }
        if (given.compareTo(EscalationPolicy.SHORTEST_STEP) < 0) {
            reader.fault(field, "OUT_OF_RANGE", field + " is PT1S at least");
            return usual;
        }
        return given;
    }

    private static int rounds(SpecReader reader, int usual) {
        var given = reader.integer("rounds");
        if (given == null) {
            return usual;
        }
        if (given < 1 || given > MOST_ROUNDS) {
            reader.fault("rounds", "OUT_OF_RANGE", "rounds is between 1 and " + MOST_ROUNDS);
            return usual;
        }
        return given;
    }

    private static Map<String, Duration> tierTimeouts(SpecReader tiers) {
        var timeouts = new LinkedHashMap<String, Duration>();
        for (var tier : new String[] {"L1", "L2", "L3"}) {
            if (tiers.has(tier)) {
                timeouts.put(tier, timeout(tiers, tier, EscalationPolicy.DEFAULT.stepTimeout()));
            }
        }
        return timeouts;
    }

    private static @Nullable BigDecimal breakThrough(SpecReader spec) {
        var suppression = spec.object("suppression");
        var breakThrough = suppression == null ? null : suppression.object("breakThrough");
        if (breakThrough == null) {
            return null;
        }
        var above = breakThrough.decimal("lossAbove");
        if (above != null && above.signum() < 0) {
            breakThrough.fault("lossAbove", "OUT_OF_RANGE", "lossAbove is not negative");
            return null;
        }
        return above;
    }
}
