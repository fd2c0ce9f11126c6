package dev.holdfast.integrations.github;

import dev.holdfast.changes.GateAnswer;
import dev.holdfast.changes.GateTeller;
import dev.holdfast.changes.Inquiry;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.http.Outbound;
import dev.holdfast.http.OutboundRefused;
import dev.holdfast.integrations.Forges;
import dev.holdfast.integrations.GateWords;
import dev.holdfast.integrations.RsaKey;
import dev.holdfast.integrations.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers custom deployment protection rules: a job of Actions goes on, fails, or shows why it waits. */
@Component
class GitHubGate implements GateTeller {

    static final String REPOSITORY = "repository";
    static final String ENVIRONMENT = "environment";
    static final String INSTALLATION = "installation";
    static final String URL = "url";

    /** GitHub takes ten; the decision has a comment as well. */
    private static final int NOTES = 9;

    private static final int LONGEST_COMMENT = 1_024;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** As GitHub asks who is told to wait. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Forges forges;
    private final Outbound outbound;
    private final BaseUrl base;
    private final JsonMapper json;
    private final Clock clock;

    GitHubGate(Forges forges, Outbound outbound, BaseUrl base, JsonMapper json, Clock clock) {
        this.forges = forges;
        this.outbound = outbound;
        this.base = base;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String way() {
        return "github";
    }

    @Override
    public int notes() {
        return NOTES;
    }

    @Override
    public Told note(Inquiry inquiry, GateAnswer answer) {
        return send(inquiry, null, GateWords.waits(answer, base, LONGEST_COMMENT));
    }

    @Override
    public Told tell(Inquiry inquiry, GateAnswer answer) {
        return send(inquiry, answer.letsThrough() ? "approved" : "rejected", GateWords.decided(answer, base, LONGEST_COMMENT));
    }

    private Told send(Inquiry inquiry, @Nullable String state, String comment) {
        var to = forges.read(inquiry.address());
        var opened = forges.open(to.integration()).orElse(null);
        var key = opened == null ? Optional.<PrivateKey>empty() : RsaKey.read(opened.secret());
        if (opened == null || key.isEmpty()) return new Told.Later("its integration has no app with a private key", PAUSE);
        var address = RuleAddress.of(opened.forge().url(), to.word(REPOSITORY), to.word(URL));
        if (address.isEmpty() || !to.word(INSTALLATION).matches("\\d{1,19}")) {
            return new Told.Never("it is not to be answered where that repository's rules are");
        }
        try {
            var app = AppToken.of(String.valueOf(opened.forge().app()), key.get(), clock.instant());
            var exchange = opened.forge().at("/app/installations/" + to.word(INSTALLATION) + "/access_tokens");
            var granted = post(exchange, app, onlyFor(to.word(REPOSITORY)));
            var token = token(granted);
            if (token.isEmpty()) return new Told.Later("GitHub gave no token, it answered " + granted.status(), PAUSE);
            return told(post(address.get(), token.get(), review(to.word(ENVIRONMENT), state, comment)));
        } catch (OutboundRefused refused) {
            return new Told.Never("refused: " + refused.getMessage());
        } catch (IOException lost) {
            return new Told.Later("no answer of GitHub");
        }
    }

    private Outbound.Reply post(URI address, String token, ObjectNode body) throws IOException {
        var headers = Map.of(
                "Authorization", "Bearer " + token,
                "Accept", "application/vnd.github+json",
                "Content-Type", "application/json",
                "X-GitHub-Api-Version", "2022-11-28");
        return outbound.post(address, headers, json.writeValueAsBytes(body), LONGEST);
    }

    /** The token is good for that repository alone. */
    private ObjectNode onlyFor(String repository) {
        var body = json.createObjectNode();
        body.putArray("repositories").add(repository.substring(repository.indexOf('/') + 1));
        return body;
    }

    private ObjectNode review(String environment, @Nullable String state, String comment) {
        var body = json.createObjectNode();
        body.put("environment_name", environment);
        if (state != null) body.put("state", state);
        body.put("comment", comment);
        return body;
    }

    private static Optional<String> token(Outbound.Reply granted) {
        if (!granted.successful()) return Optional.empty();
        return Wire.json(granted.body()).map(body -> Wire.text(body.path("token"))).filter(token -> token.matches("[\\x21-\\x7e]+"));
    }

    /** Of what somebody decided meanwhile, or what does not wait any more, there is nothing left to say. */
    private static Told told(Outbound.Reply reply) {
        var said = "GitHub answered " + reply.status();
        if (reply.successful()) return new Told.Heard();
        if (reply.status() == 422) {
            var why = new String(reply.body(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
            return why.contains("already") || why.contains("pending") ? new Told.Heard() : new Told.Never(said);
        }
        return reply.status() == 403 || reply.status() == 429 ? new Told.Later(said, PAUSE) : new Told.Later(said);
    }
}
