package dev.holdfast.portal.web.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.BaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What the page says to write into a pipeline is run as that pipeline would, by a shell with curl. */
@HoldfastTest
@TestPropertySource(properties = "holdfast.admin-token=" + SnippetsTest.TOKEN)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class SnippetsTest {

    static final String TOKEN = "hf_snippets_0123456789_0123456789_012345";
    private static final int REFUSED_BY_SERVER = 22;

    @LocalServerPort
    int port;

    @Autowired
    Snippets snippets;

    @Autowired
    BaseUrl baseUrl;

    @Autowired
    TestClock clock;

    @TempDir
    Path folder;

    private Api holdfast;

    @BeforeEach
    void aServiceWithATemplate() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "there is no curl");
        holdfast = new Api("http://localhost:" + port, TOKEN);
        holdfast.apply("""
                apiVersion: holdfast.dev/v1
                kind: Person
                metadata: {name: cas}
                spec: {timeZone: UTC}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: change-desk}
                spec: {kind: change-management, members: [cas]}
                ---
                apiVersion: holdfast.dev/v1
                kind: Team
                metadata: {name: beds-team}
                spec: {kind: product, members: []}
                ---
                apiVersion: holdfast.dev/v1
                kind: Service
                metadata: {name: beds, title: Beds}
                spec: {kind: digital, owner: beds-team}
                ---
                apiVersion: holdfast.dev/v1
                kind: ChangeTemplate
                metadata: {name: beds-release}
                spec:
                  service: beds
                  lowRisk: "The last version is back within a minute."
                  repeatable: "The same pipeline, 400 times a year."
                  criteria: [automated-tests]
                  plan: {steps: "The pipeline.", test: "Its checks.", backOut: "The version before."}
                  expires: "2199-01-01"
                """).expect(200);
        holdfast.post("/api/v1/change-templates/beds-release/agree", "{\"person\": \"cas\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shell", "github", "gitlab", "jenkins", "argo-cd"})
    void asksAndFailsWhereItIsRefused(String id) throws Exception {
        var version = "1." + id;
        build(version);
        var ask = ask(id);

        var refused = run(ask, Map.of("VERSION", "never-built", "DEPLOYER", "dee"));
        var allowed = run(ask, Map.of("VERSION", version, "DEPLOYER", "dee"));

        assertThat(refused.code()).isEqualTo(REFUSED_BY_SERVER);
        assertThat(refused.said()).contains("VERSION_MISMATCH");
        assertThat(allowed.said()).contains("PRE_APPROVED");
        assertThat(allowed.code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"github", "gitlab", "jenkins"})
    void tellsWhatCameOfIt(String id) throws Exception {
        var version = "2." + id;
        build(version);
        Files.createFile(folder.resolve("asked"));

        var told = run(tell(id), Map.of("VERSION", version, "DEPLOYER", "dee", "DEPLOYMENT", "run-" + id, "STATUS", "failed", "CI_JOB_STATUS", "failed"));

        assertThat(told.code()).as(told.said()).isZero();
        var deployment = holdfast.get("/api/v1/deployments/run-" + id).expect(200);
        assertThat(deployment.at("/status")).isEqualTo("failed");
        assertThat(deployment.at("/version")).isEqualTo(version);
        assertThat(deployment.at("/deployer")).isEqualTo("dee");
    }

    @Test
    void aJobOfGitLabThatWasRefusedTellsNothing() throws Exception {
        var told = run(tell("gitlab"), Map.of("VERSION", "3", "DEPLOYER", "dee", "DEPLOYMENT", "none", "CI_JOB_STATUS", "failed"));

        assertThat(told.code()).isZero();
        assertThat(holdfast.get("/api/v1/deployments/none").status()).isEqualTo(404);
    }

    @Test
    void thePageNamesTheService() {
        var page = holdfast.get("/services/beds/pipelines").expect(200).text();

        assertThat(page).contains("Beds from a pipeline", "GitHub Actions", "GitLab CI", "Jenkins", "Argo CD", "Whoever is refused does not deploy")
                .contains("\"team\": \"beds-team\"", "\"service\": \"beds\"").doesNotContain("{service}", "{ask}", "{tell}", "{address}");
        assertThat(holdfast.get("/services/beds").expect(200).text()).contains("/services/beds/pipelines");
        assertThat(holdfast.get("/services/nothing/pipelines").status()).isEqualTo(404);
    }

    private record Ran(int code, String said) {}

    private Ran run(String script, Map<String, String> environment) throws IOException, InterruptedException {
        var shell = new ProcessBuilder("/bin/sh", "-e", "-c", script.replace(baseUrl.toString(), "http://localhost:" + port)).redirectErrorStream(true);
        shell.directory(folder.toFile());
        shell.environment().putAll(environment);
        shell.environment().put("HOLDFAST_TOKEN", TOKEN);
        var process = shell.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), said);
    }

    private String ask(String id) {
        return switch (id) {
            case "github" -> step(0);
            case "gitlab" -> gitLab("script");
            case "jenkins" -> shells().getFirst();
            case "argo-cd" -> {
                var job = yaml(id);
                var template = map(map(job.get("spec")).get("template"));
                yield list(map(list(map(template.get("spec")).get("containers")).getFirst()).get("command")).get(2).toString();
            }
            default -> text(id);
        };
    }

    private String tell(String id) {
        return switch (id) {
            case "github" -> step(1);
            case "gitlab" -> gitLab("after_script");
            default -> shells().getLast();
        };
    }

    private String step(int number) {
        var deploy = map(map(yaml("github").get("jobs")).get("deploy"));
        return list(deploy.get("steps")).stream().map(SnippetsTest::map).filter(step -> String.valueOf(step.get("name")).contains("Holdfast")).toList()
                .get(number).get("run").toString();
    }

    private String gitLab(String part) {
        return list(map(yaml("gitlab").get("deploy")).get(part)).getFirst().toString();
    }

    private List<String> shells() {
        return Pattern.compile("sh '''\n(.*?)'''", Pattern.DOTALL).matcher(text("jenkins")).results().map(found -> found.group(1)).toList();
    }

    private Map<String, Object> yaml(String id) {
        return map(new Load(LoadSettings.builder().build()).loadFromString(text(id)));
    }

    private String text(String id) {
        return snippets.of(new ServiceName("beds")).stream().filter(snippet -> snippet.id().equals(id)).findFirst().orElseThrow().text();
    }

    private static Map<String, Object> map(Object yaml) {
        var map = new HashMap<String, Object>();
        ((Map<?, ?>) yaml).forEach((key, value) -> map.put(key.toString(), value));
        return map;
    }

    private static List<?> list(Object yaml) {
        return (List<?>) yaml;
    }

    private void build(String version) {
        holdfast.post("/api/v1/builds", """
                {"service": "beds", "version": "%s", "builtAt": "%s", "preProductionPassed": true}
                """.formatted(version, clock.instant())).expect(201);
    }
}
