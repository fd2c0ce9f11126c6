package dev.holdfast.truth;

/** What is looked for, in the order in which it is shown: what wakes the wrong person first. */
public enum Check {
    UNRESOLVED_OWNER("Owners that are no team here", "Nobody can be called for these services by their owner."),
    DISBANDED_OWNER("Disbanded teams as owners", "The team has ended and is still named as owner."),
    OWNER_LEFT("Owners from whom everybody has left", "The team is there, and nobody in it is."),
    WITHOUT_OWNER("Services without an owner", "No team answers for them."),
    WITHOUT_COVER("Live services that nobody covers now", "An alert now goes to the fallback chain."),
    UNREACHABLE("People who cannot be reached", "They are in teams that run live services, and no contact of theirs can be used."),
    LOWER_TARGET("A high target that needs a low one", "A service cannot be more available than what it needs hard."),
    CYCLE("Dependencies in a circle", "Whichever fails first, all of them fail."),
    UNRESOLVED_DEPENDENCY("Dependencies on what is not here", "What they break cannot be told."),
    DATABASE_SHARED("Databases with a second consumer", "A database has one service as its consumer."),
    WITHOUT_EXPOSURE("Services without an exposure", "Without what an hour costs there is no target and no on-call level."),
    WITHOUT_RUNBOOK("Services without a runbook", "Whoever is woken begins with nothing."),
    WITHOUT_TELEMETRY("Services without telemetry", "Neither a dashboard nor logs are linked."),
    LEAVER("People who have left and are still named", "They keep a place that somebody else should have."),
    TEAM_WITHOUT_MEMBERS("Teams without members", "Nobody is in them."),
    UNRESOLVED_MEMBER("Members who are nobody here", "A team names people who are not declared."),
    UNRESOLVED_DOMAIN("Domains that are not here", "Services name a domain that no document describes."),
    ORPHAN_DOMAIN("Domains without a service", "Nothing belongs to them."),
    DUPLICATE("Things that are there twice", "The first stays; whoever reads the other is misled.");

    private final String heading;
    private final String meaning;

    Check(String heading, String meaning) {
        this.heading = heading;
        this.meaning = meaning;
    }

    /** What was found, as a heading. */
    public String heading() {
        return heading;
    }

    /** Why it matters, in a sentence. */
    public String meaning() {
        return meaning;
    }
}
