package dev.holdfast.integrations;

import java.time.Instant;

/** Something that a pipeline tells of and nobody has placed: the latest of its events, and how many wait since when. */
public record UnplacedSource(UnplacedEvent latest, int events, Instant since) {}
