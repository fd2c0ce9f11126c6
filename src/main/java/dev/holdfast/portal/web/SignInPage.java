package dev.holdfast.portal.web;

import dev.holdfast.access.Oidc;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where people sign in: at a provider where one is set up, and with an account of ours unless those are switched off.
 *
 * @param to the path of ours to go on to
 */
public record SignInPage(FormFaults faults, String notice, String to, boolean local, @Nullable Provider provider) {

    /** The button: its words, where it leads, and whether the provider answered when it was last asked. */
    public record Provider(String name, String address, boolean answers) {}

    static @Nullable Provider provider(Optional<Oidc.Offer> offer, String to) {
        var next = to.equals("/") ? "" : "?next=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
        return offer.map(it -> new Provider(it.name(), "/sign-in/oidc" + next, it.answers())).orElse(null);
    }
}
