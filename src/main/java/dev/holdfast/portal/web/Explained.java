package dev.holdfast.portal.web;

import dev.holdfast.quantities.Because;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Explanations as people read them: instants, which rules write for programs, on the reader's clock. */
public final class Explained {

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?Z");

    private Explained() {}

    public static List<Because> of(List<Because> lines, ReaderTime time) {
        return lines.stream()
                .map(line -> new Because(line.code(), INSTANT.matcher(line.text()).replaceAll(found -> time.full(Instant.parse(found.group()))), line.facts()))
                .toList();
    }
}
