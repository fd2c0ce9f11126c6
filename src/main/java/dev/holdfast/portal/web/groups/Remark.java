package dev.holdfast.portal.web.groups;

import dev.holdfast.portal.web.Status;

/** Something that wants mending: what it is, and what mends it. */
public record Remark(Status status, String what, String words) {}
