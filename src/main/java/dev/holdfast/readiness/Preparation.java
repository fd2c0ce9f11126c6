package dev.holdfast.readiness;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What prepares for being on call from day one. Some are of services and of people, some of services alone. */
public enum Preparation {
    INCEPTION("Inception", false, null),
    TEAM_SKILLS("Team skills", true, null),
    RUNBOOK("Runbook", false, Duration.ofDays(7)),
    TELEMETRY("Telemetry", false, null),
    ONBOARDING("Onboarding", true, null),
    ESCALATION_PATH("Escalation path", true, null),
    LEARNING_MINDSET("Learning mindset", true, null);

    private final String title;
    private final boolean ofPeople;
    private final @Nullable Duration usualValidity;

    Preparation(String title, boolean ofPeople, @Nullable Duration usualValidity) {
        this.title = title;
        this.ofPeople = ofPeople;
        this.usualValidity = usualValidity;
    }

    public static Optional<Preparation> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    public boolean isOf(Subject.Kind kind) {
        return kind == Subject.Kind.SERVICE || ofPeople;
    }

    /** How long evidence counts that does not say so itself; null for ever. */
    public @Nullable Duration usualValidity() {
        return usualValidity;
    }
}
