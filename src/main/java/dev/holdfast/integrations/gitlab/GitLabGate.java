package dev.holdfast.integrations.gitlab;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.changes.GateAnswer;
import dev.holdfast.changes.GateTeller;
import dev.holdfast.changes.Inquiry;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.http.Outbound;
import dev.holdfast.http.OutboundRefused;
import dev.holdfast.integrations.Forge;
import dev.holdfast.integrations.Forges;
import dev.holdfast.integrations.GateWords;
import dev.holdfast.integrations.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Approves or rejects deployments to GitLab's protected environments. Whoever may then starts the job by hand. */
@Component
class GitLabGate implements GateTeller {

    static final String PROJECT = "project";
    static final String DEPLOYMENT = "deployment";

    private static final List<String> NOTHING_WAITS = List.of("not waiting", "not protected", "not configured");
    private static final int LONGEST_COMMENT = 1_000;
    private static final int LONGEST_DETAIL = 200;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Forges forges;
    private final Outbound outbound;
    private final BaseUrl base;

    GitLabGate(Forges forges, Outbound outbound, BaseUrl base) {
        this.forges = forges;
        this.outbound = outbound;
        this.base = base;
    }

    @Override
    public String way() {
        return "gitlab";
    }

    @Override
    public Told tell(Inquiry inquiry, GateAnswer answer) {
        var to = forges.read(inquiry.address());
        var opened = forges.open(to.integration()).orElse(null);
        if (opened == null) return new Told.Later("its integration has no API with a token", PAUSE);
        var comment = GateWords.decided(answer, base, LONGEST_COMMENT);
        var form = "status=" + (answer.letsThrough() ? "approved" : "rejected") + "&comment=" + URLEncoder.encode(comment, UTF_8);
        var headers = Map.of("PRIVATE-TOKEN", opened.secret(), "Content-Type", "application/x-www-form-urlencoded");
        try {
            var address = approval(opened.forge(), to.word(PROJECT), to.word(DEPLOYMENT));
            return told(outbound.post(address, headers, form.getBytes(UTF_8), LONGEST));
        } catch (OutboundRefused refused) {
            return new Told.Never("refused: " + refused.getMessage());
        } catch (IOException lost) {
            return new Told.Later("no answer of GitLab");
        }
    }

    /** The address may be written with or without the version of the API. */
    private static URI approval(Forge forge, String project, String deployment) {
        var instance = forge.url().toString().replaceFirst("/api/v4$", "");
        return URI.create("%s/api/v4/projects/%s/deployments/%s/approval".formatted(instance, project, deployment));
    }

    /** Of what waits for no approval, or does not any more, there is nothing left to say. */
    private static Told told(Outbound.Reply reply) {
        if (reply.successful()) return new Told.Heard();
        var said = "GitLab answered %d: %s".formatted(reply.status(), Wire.cut(new String(reply.body(), UTF_8), LONGEST_DETAIL));
        return switch (reply.status()) {
            case 400 -> NOTHING_WAITS.stream().anyMatch(said::contains) ? new Told.Heard() : new Told.Never(said);
            case 401, 403, 404, 429 -> new Told.Later(said, PAUSE);
            default -> new Told.Later(said);
        };
    }
}
