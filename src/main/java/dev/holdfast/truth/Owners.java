package dev.holdfast.truth;

import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Owners that are no team, are no team any more, or have nobody left. */
final class Owners {

    private final Facts facts;
    private final Nearest nearest;
    private final List<Finding> found = new ArrayList<>();

    private Owners(Facts facts) {
        this.facts = facts;
        this.nearest = Nearest.among(facts.view().teams().stream().map(team -> team.name().value()).toList());
    }

    static List<Finding> of(Facts facts) {
        var owners = new Owners(facts);
        facts.byOwner().forEach(owners::owner);
        facts.services().stream().filter(service -> service.owner() == null).forEach(owners::none);
        return owners.found;
    }

    private void owner(TeamName owner, List<Service> services) {
        facts.view().team(owner).ifPresentOrElse(team -> known(team, services), () -> unknown(owner, services));
    }

    private void unknown(TeamName owner, List<Service> services) {
        var ended = facts.gone().get(owner.value());
        var sentence = ended == null ? unresolved(owner, services) : disbanded(owner, services, ended);
        var check = ended == null ? Check.UNRESOLVED_OWNER : Check.DISBANDED_OWNER;
        found.add(Finding.of(check, "Team", owner.value(), sentence, facts.atRisk(services), "spec.owner")
                .with(Names.services(services))
                .near(nearest.to(owner.value()).orElse(null)));
    }

    private String unresolved(TeamName owner, List<Service> services) {
        var written = new TreeSet<String>();
        services.forEach(service -> written.add(written(service)));
        return "\"" + String.join("\", \"", written.stream().limit(4).toList()) + "\" is named as owner by "
                + Names.count(services.size(), "service") + ", and there is no team " + owner + ": "
                + Names.of(Names.services(services)) + ".";
    }

    private static String disbanded(TeamName owner, List<Service> services, Instant ended) {
        return "The team " + owner + " ended on " + ended.atZone(ZoneOffset.UTC).toLocalDate() + " and is still the owner of "
                + Names.of(Names.services(services)) + ".";
    }

    private String written(Service service) {
        var written = facts.document("Service", service.name().value()).map(it -> it.annotation(Document.OWNER_AS_WRITTEN)).orElse("");
        return written.isEmpty() ? Objects.requireNonNull(service.owner()).value() : written;
    }

    private void known(Team team, List<Service> services) {
        if (team.members().isEmpty() || !team.members().stream().allMatch(facts::hasLeft)) return;
        found.add(Finding.of(
                        Check.OWNER_LEFT, "Team", team.name().value(),
                        "Everybody in " + team.name() + " has left, and it owns " + Names.of(Names.services(services)) + ".",
                        facts.atRisk(services), "spec.members")
                .with(Names.services(services)));
    }

    private void none(Service service) {
        found.add(Finding.of(
                Check.WITHOUT_OWNER, "Service", service.name().value(), "No team owns " + service.name() + ".",
                facts.atRisk(service), "spec.owner"));
    }
}
