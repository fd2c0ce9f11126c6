package dev.holdfast.readiness;

/** What Holdfast itself knows of a preparation. */
sealed interface Known {

    Prepared.Add add();

    /** It sees that it is there. */
    record Seen(Evidence evidence, Prepared.Add add) implements Known {}

    /** It sees that something is not there, which no text replaces. */
    record Lacking(Prepared.Add add) implements Known {}

    /** It sees nothing: people say. */
    record Unseen(Prepared.Add add) implements Known {}
}
