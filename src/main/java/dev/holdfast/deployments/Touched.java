package dev.holdfast.deployments;

import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far what is new of a service's way into production reaches back.
 *
 * @param since from when on what went live may be seen otherwise, and what went live right before
 * @param names ids and versions: what went live under one of them may be seen otherwise whenever it did
 * @param changes the same where somebody said that one of them caused an incident
 */
public record Touched(ServiceName service, Instant since, Set<String> names, Set<String> changes) {

    /** Before anything went live. */
    public static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");

    /** After everything. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    public Touched {
        names = Set.copyOf(names);
        changes = Set.copyOf(changes);
    }

    /** All of it: history came. */
    static Touched whole(ServiceName service) {
        return new Touched(service, EVER, Set.of(), Set.of());
    }

    /** What a build says concerns where its version went live, and what followed that. */
    static Touched by(Build build) {
        return new Touched(build.service(), NEVER, Set.of(build.version()), Set.of());
    }

    static Touched by(Deployments.Recorded<Deployment> recorded) {
        var names = new HashSet<String>();
        var changes = new HashSet<String>();
        var since = NEVER;
        for (var each : Stream.of(recorded.before(), recorded.after()).filter(Objects::nonNull).toList()) {
            Stream.of(each.id(), each.version(), each.remediates()).filter(Objects::nonNull).forEach(names::add);
            if (each.change() != null) changes.add(each.change());
            if (each.status().wasLive() && each.at().isBefore(since)) since = each.at();
        }
        return new Touched(recorded.after().service(), since, names, changes);
    }
}
