package dev.holdfast.throughput;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Build;
import dev.holdfast.deployments.Commit;
import dev.holdfast.deployments.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the cases of {@code src/test/resources/throughput}. */
final class Cases {

    private Cases() {}

    static Stream<JsonNode> of(String file, String group) {
        try (var in = Cases.class.getResourceAsStream("/throughput/" + file)) {
            return JsonMapper.shared().readTree(in).get(group).valueStream().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The history of each service that a case names. */
    static Map<String, History> histories(JsonNode row) {
        var deployments = new HashMap<String, List<Deployment>>();
        var builds = new HashMap<String, List<Build>>();
        var mishaps = new HashMap<String, List<Mishap>>();
        row.path("deployments").forEach(each -> {
            var service = each.get("service").asString();
            deployments.computeIfAbsent(service, unseen -> new ArrayList<>()).add(deployment(each));
            if (each.has("commits")) builds.computeIfAbsent(service, unseen -> new ArrayList<>()).add(build(each, instant(each, "at")));
        });
        row.path("builds").forEach(each -> builds.computeIfAbsent(each.get("service").asString(), unseen -> new ArrayList<>()).add(build(each, instant(each, "built"))));
        row.path("incidents").forEach(each -> mishaps.computeIfAbsent(each.get("service").asString(), unseen -> new ArrayList<>()).add(new Mishap(
                each.get("id").asString(), instant(each, "started"), instantOrNull(each, "resolved"), text(each, "cause"))));
        var names = new TreeSet<>(deployments.keySet());
        names.addAll(mishaps.keySet());
        row.path("services").forEach(each -> {
            if (each.isString()) names.add(each.asString());
        });
        var histories = new TreeMap<String, History>();
        names.forEach(name -> histories.put(name, new History(
                deployments.getOrDefault(name, List.of()), builds.getOrDefault(name, List.of()), mishaps.getOrDefault(name, List.of()))));
        return histories;
    }

    private static Deployment deployment(JsonNode each) {
        var finished = each.has("finished") ? instant(each, "finished") : instant(each, "at");
        var started = each.has("started") ? instant(each, "started") : finished;
        var id = each.has("id") ? each.get("id").asString() : each.get("service").asString() + started;
        return new Deployment(
                id, new ServiceName(each.get("service").asString()), each.get("version").asString(), each.path("environment").asString(Deployment.PRODUCTION),
                Deployment.Status.valueOf(each.path("status").asString("succeeded").toUpperCase(Locale.ROOT).replace('-', '_')),
                Deployment.Kind.valueOf(each.path("kind").asString("planned").toUpperCase(Locale.ROOT)), text(each, "remediates"), started, finished, null,
                text(each, "head"), null, instantOrNull(each, "built"), null);
    }

    private static Build build(JsonNode each, Instant builtAt) {
        var commits = each.path("commits").valueStream()
                .map(commit -> new Commit(commit.get("sha").asString(), null, null, instant(commit, "at"), null))
                .toList();
        return new Build(new ServiceName(each.get("service").asString()), each.get("version").asString(), builtAt, commits, null, Map.of());
    }

    static Instant instant(JsonNode each, String field) {
        return OffsetDateTime.parse(each.get(field).asString()).withOffsetSameInstant(ZoneOffset.UTC).toInstant();
    }

    private static @Nullable Instant instantOrNull(JsonNode each, String field) {
        return each.has(field) ? instant(each, field) : null;
    }

    private static @Nullable String text(JsonNode each, String field) {
        return each.has(field) ? each.get(field).asString() : null;
    }
}
