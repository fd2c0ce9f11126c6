package dev.holdfast.portal.web;

/** A callout that is held: what it is about, who will be called when, and what it has cost so far. */
public record HeldCallout(
        String address, String summary, String second, String since, Status status, String who, String until, String loss) {}
