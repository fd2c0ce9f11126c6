package dev.holdfast.portal.web.rota;

import java.util.List;

/** The shifts ahead that the reader may take: times without anybody first, then those of others. */
public record TakePage(List<Row> gaps, List<Row> shifts, int more) {

    /** One of them, and whose it is. */
    public record Row(String schedule, String title, String who, String from, String to, String fromAt, String toAt) {}
}
