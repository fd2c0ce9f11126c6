package dev.holdfast.changes;

import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the Organisation document says of changes; what it leaves out is as in the playbook's spirit: quick, and watched. */
@Component
class ChangePolicyPart implements SpecPart<ChangePolicy> {

    private static final int MOST = 100;

    @Override
    public String kind() {
        return "Organisation";
    }

    @Override
    public Set<String> fields() {
        return Set.of("changePolicy");
    }

    @Override
    public ChangePolicy read(SpecReader spec) {
        var said = spec.object("changePolicy");
        if (said == null) return ChangePolicy.DEFAULT;
        var suspend = said.object("suspendAfter");
        var usual = ChangePolicy.DEFAULT;
        var policy = new ChangePolicy(
                duration(said, "approvalFor", usual.approvalFor()),
                duration(said, "rollbackFor", usual.rollbackFor()),
                number(suspend, "failed", usual.failed()),
                number(suspend, "of", usual.of()),
                number(said, "approvedAfterwardsWithinDays", usual.afterwards()));
        if (suspend != null && policy.failed() > policy.of()) {
            suspend.fault("failed", "OUT_OF_RANGE", "Of %d changes no %d fail".formatted(policy.of(), policy.failed()));
        }
        return policy;
    }

    private static Duration duration(SpecReader said, String field, Duration usual) {
        var duration = said.duration(field);
        if (duration == null) return usual;
        if (duration.isNegative() || duration.isZero()) said.fault(field, "OUT_OF_RANGE", field + " is more than nothing");
        return duration;
    }

    private static int number(@Nullable SpecReader said, String field, int usual) {
        if (said == null) return usual;
        var number = said.integer(field);
        if (number == null) return usual;
        if (number < 1 || number > MOST) said.fault(field, "OUT_OF_RANGE", "%s is between 1 and %d".formatted(field, MOST));
        return number;
    }
}
