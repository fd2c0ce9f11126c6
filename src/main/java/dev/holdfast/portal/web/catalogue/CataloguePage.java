package dev.holdfast.portal.web.catalogue;

import java.util.List;

/** What is declared, by kind, and the ways to what can be done with it. */
public record CataloguePage(String lede, boolean empty, boolean mayExport, List<Row> kinds, String truth, List<Recent> recent) {

    /** One kind: how many there are, and what of them is missing, with the way to it. */
    public record Row(Kind kind, String count, String address, List<Missing> missing) {}

    public record Missing(String words, String address) {}

    /** Something that was applied: when, by whom, and what. */
    public record Recent(String when, String who, String what, String address) {}
}
