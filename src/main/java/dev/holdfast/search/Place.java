package dev.holdfast.search;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where something is reached from outside: {@code shop.example} or {@code shop.example/bedroom}, without scheme, query, port
 * and {@code www.}, in lower case.
 */
public record Place(String host, List<String> path) {

    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final int DEEPEST = 6;

    /** Empty where it is neither a URL nor a host. */
    public static Optional<Place> read(String text) {
        var plain = text.strip().toLowerCase(Locale.ROOT);
        try {
            var uri = new URI(plain.contains("://") ? plain : "https://" + plain);
            var host = uri.getHost();
            if (host == null || !HOST.matcher(host).matches()) return Optional.empty();
            return Optional.of(new Place(host.startsWith("www.") ? host.substring(4) : host, path(uri.getPath())));
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static List<String> path(String path) {
        return List.of(path.split("/")).stream().filter(part -> !part.isEmpty()).limit(DEEPEST).toList();
    }

    /** As it is kept. */
    public String key() {
        return path.isEmpty() ? host : host + "/" + String.join("/", path);
    }

    /** Itself and everything above it that somebody may have declared, the nearest first. */
    List<String> keys() {
        var keys = new ArrayList<String>();
        for (var deep = path.size(); deep >= 0; deep--) {
            keys.add(new Place(host, path.subList(0, deep)).key());
        }
        return keys;
    }
}
