package dev.holdfast.portal.web.groups;

import dev.holdfast.http.Cursor;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What is asked of a list: a part of the name, one value of a picker, and from where on. An empty text asks for nothing. */
record ListFilter(String path, String words, String picked, @Nullable String cursor) {

    static final int SHOWN = 50;
    static final String PICKED = "of";

    static ListFilter of(String path, Map<String, String> asked) {
        return new ListFilter(path, asked.getOrDefault("q", "").strip(), asked.getOrDefault(PICKED, ""), asked.get("cursor"));
    }

    /** Those whose name or title contains the words, by name. */
    <T> List<T> found(List<T> all, Function<T, String> name, Function<T, String> shown) {
        var wanted = words.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(one -> (name.apply(one) + " " + shown.apply(one)).toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing(name))
                .toList();
    }

    /** One page of them, and the address of the next. */
    <T> Cut<T> cut(List<T> found, Function<T, String> name) {
        var after = Cursor.decode(cursor).orElse("");
        var rest = found.stream().filter(one -> name.apply(one).compareTo(after) > 0).toList();
        var shown = rest.stream().limit(SHOWN).toList();
        return new Cut<>(shown, rest.size() > SHOWN ? address(path, Cursor.encode(name.apply(shown.getLast()))) : null);
    }

    record Cut<T>(List<T> shown, @Nullable String next) {}

    String csv() {
        return address(path + ".csv", null);
    }

    private String address(String to, @Nullable String next) {
        var address = UriComponentsBuilder.fromPath(to);
        if (!words.isEmpty()) address.queryParam("q", "{words}");
        if (!picked.isEmpty()) address.queryParam(PICKED, "{picked}");
        if (next != null) address.queryParam("cursor", "{next}");
        return address.encode().buildAndExpand(Map.of("words", words, "picked", picked, "next", next == null ? "" : next)).toUriString();
    }
}
