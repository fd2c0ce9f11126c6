package dev.holdfast.feeds;

import java.time.Instant;

/** A shift as a calendar shows it. */
record FeedEvent(String uid, Instant from, Instant to, String summary, String description, String url) {}
