package dev.holdfast.changes.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.http.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** A list as a file, written as it is read: of a million rows none is kept. */
final class CsvPages {

    private CsvPages() {}

    static void write(HttpServletResponse response, String name, List<String> head, Consumer<Consumer<List<?>>> rows) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        try {
            var out = response.getOutputStream();
            out.write(Csv.line(head).getBytes(UTF_8));
            rows.accept(cells -> {
                try {
                    out.write(Csv.line(cells).getBytes(UTF_8));
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
