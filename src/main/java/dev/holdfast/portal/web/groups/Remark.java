package dev.holdfast.portal.web.groups;

import dev.holdfast.portal.web.Status;
import org.jspecify.annotations.Nullable;

/** Something that wants mending: what it is, and the page on which it is mended, where the reader may. */
public record Remark(Status status, String what, String words, String mend, @Nullable String url) {}
