package dev.holdfast.portal.web.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.BaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** How a pipeline asks the gate and tells what came of it, with the name of the service filled in (C4). */
@Component
class Snippets {

    private static final Pattern PLACE = Pattern.compile("(?m)^( *)\\{(ask|tell)}$");

    private final BaseUrl baseUrl;

    Snippets(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    List<Snippet> of(ServiceName service) {
        return List.of(
                snippet("shell", "Any pipeline", "ask.sh", "Refused, curl ends with 22 and the pipeline with it; the reason is printed.", service),
                snippet("github", "GitHub Actions", "github-actions.yaml", "Or as a protection rule of the environment, which holds no runner: see docs/pipelines.md.", service),
                snippet("gitlab", "GitLab CI", "gitlab-ci.yaml", "Or with a protected environment: see docs/pipelines.md.", service),
                snippet("jenkins", "Jenkins", "jenkins.groovy", "A stage of a declarative pipeline.", service),
                snippet("argo-cd", "Argo CD", "argo-cd.yaml", "A hook before the sync; what came of it is told by the notification in docs/pipelines.md.", service));
    }

    private Snippet snippet(String id, String name, String file, String about, ServiceName service) {
        return new Snippet(id, name, about, filled(file, service));
    }

    private String filled(String file, ServiceName service) {
        var whole = PLACE.matcher(read(file)).replaceAll(place -> Matcher.quoteReplacement(
                read(place.group(2) + ".sh").strip().indent(place.group(1).length()).stripTrailing()));
        return whole.replace("{service}", service.value()).replace("{address}", baseUrl.toString());
    }

    private static String read(String file) {
        try (var stream = Snippets.class.getResourceAsStream(file)) {
            if (stream == null) throw new IllegalStateException(file + " is not in the program");
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
