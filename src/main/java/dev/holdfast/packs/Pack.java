package dev.holdfast.packs;

import java.time.Instant;

/**
 * A pack as it was made.
 *
 * @param name the domain's, or {@link #WITHOUT_DOMAIN}
 * @param page HTML in UTF-8; the signature is of these bytes
 */
public record Pack(String name, String title, int services, Instant madeAt, byte[] page, byte[] signature) {

    /** No domain can have it: names begin with a letter or digit. */
    public static final String WITHOUT_DOMAIN = "_without-domain";

    /** As a file. */
    public String file() {
        return file(name);
    }

    public static String file(String name) {
        return "incident-pack-" + name.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^_", "") + ".html";
    }
}
