package dev.holdfast.portal.web.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of a document, newest first, one compared with another, and the text of the one that was asked for. */
public record HistoryPage(Kind kind, String name, List<Version> versions, String comparison, List<Diff.Row> rows, @Nullable String text, String textHeading) {

    public record Version(int number, String inForce, String recorded, String by, String address, boolean chosen) {}
}
