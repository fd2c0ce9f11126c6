package dev.holdfast.portal.web.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All documents of a kind, to edit them. */
public record KindPage(Kind kind, String words, List<Row> rows, @Nullable String next) {

    public record Row(String name, String title, String address, String edit, String history, String since, String version, boolean imported) {}
}
