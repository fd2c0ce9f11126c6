package dev.holdfast.integrations;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a pipeline's own API is, for answers that it asks for.
 *
 * @param url without a slash at its end
 * @param app the id of the app as which Holdfast speaks; null where it has a token
 */
public record Forge(URI url, @Nullable String app) {

    public Forge {
        url = URI.create(url.toString().replaceFirst("/+$", ""));
    }

    /** An address below it. */
    public URI at(String path) {
        return URI.create(url + path);
    }
}
