package dev.holdfast.integrations;

import dev.holdfast.alerts.Sender;
import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import dev.holdfast.http.Outbound;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What an Integration document says of how a forge is answered: GitHub's app, GitLab's API. Their secrets are sealed elsewhere. */
@Component
class ForgePart implements SpecPart<Forge> {

    private static final URI GITHUB = URI.create("https://api.github.com");
    private static final URI GITLAB = URI.create("https://gitlab.com");

    @Override
    public String kind() {
        return "Integration";
    }

    @Override
    public Set<String> fields() {
        return Set.of("app", "api");
    }

    @Override
    public @Nullable Forge read(SpecReader spec) {
        var from = spec.choice("from", Sender.class);
        var app = spec.object("app");
        var api = spec.object("api");
        if (app != null && from != Sender.GITHUB) spec.fault("app", "OUT_OF_RANGE", "Only GitHub has apps.");
        if (api != null && from != Sender.GITLAB) spec.fault("api", "OUT_OF_RANGE", "Only GitLab is answered by its API with a token.");
        var ofApp = app == null ? null : app(app);
        var ofApi = api == null ? null : api(api);
        return ofApp == null ? ofApi : ofApp;
    }

    private static @Nullable Forge app(SpecReader app) {
        var id = app.requiredText("id");
        var key = app.secret("privateKey");
        if (key != null && RsaKey.read(key).isEmpty()) {
            app.fault("privateKey", "MALFORMED", "privateKey is the RSA key that GitHub made for the app, as its .pem file has it.");
        }
        var url = url(app, GITHUB);
        return id == null || url == null ? null : new Forge(url, id);
    }

    private static @Nullable Forge api(SpecReader api) {
        var token = api.secret("token");
        if (token != null && !token.matches("[\\x21-\\x7e]{1,256}")) {
            api.fault("token", "MALFORMED", "token has 1 to 256 plain characters without spaces");
        }
        var url = url(api, GITLAB);
        return url == null ? null : new Forge(url, null);
    }

    private static @Nullable URI url(SpecReader forge, URI otherwise) {
        if (!forge.has("url")) return otherwise;
        var url = forge.address("url");
        if (url == null) return null;
        var bare = url.getRawQuery() == null && url.getRawFragment() == null;
        var fault = Outbound.fault("url", url.toString()).or(() -> bare ? Optional.empty() : Optional.of("url is an address without a query"));
        fault.ifPresent(why -> forge.fault("url", "MALFORMED", why));
        return fault.isEmpty() ? url : null;
    }

    @Override
    public void shown(String name, ObjectNode spec) {
        if (spec.get("app") instanceof ObjectNode app) app.put("privateKey", "set");
        if (spec.get("api") instanceof ObjectNode api) api.put("token", "set");
    }
}
