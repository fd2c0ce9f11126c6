package dev.holdfast.readiness;

import dev.holdfast.catalogue.Link;
import dev.holdfast.catalogue.Person;
import dev.holdfast.readiness.Known.Lacking;
import dev.holdfast.readiness.Known.Seen;
import dev.holdfast.readiness.Known.Unseen;
import dev.holdfast.readiness.Prepared.Add;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Holdfast knows of each preparation of a service. */
final class ServiceKnowledge {

    private final ServiceFacts facts;
    private final String edit;

    private ServiceKnowledge(ServiceFacts facts) {
        this.facts = facts;
        this.edit = "/catalogue/services/" + facts.service().name() + "/edit";
    }

    static Known of(Preparation preparation, ServiceFacts facts) {
        var knowledge = new ServiceKnowledge(facts);
        return switch (preparation) {
            case INCEPTION -> knowledge.inception();
            case TEAM_SKILLS -> knowledge.written(preparation, "Say which skills the team has for an incident, and who still learns what");
            case RUNBOOK -> knowledge.runbook();
            case TELEMETRY -> knowledge.telemetry();
            case ONBOARDING -> knowledge.onboarding();
            case ESCALATION_PATH -> knowledge.escalationPath();
            case LEARNING_MINDSET -> knowledge.written(preparation, "Say how the team learns from incidents without blame");
        };
    }

    /** The target, the on-call level and the domain stand before building starts. */
    private Known inception() {
        var selected = facts.selected();
        if (!selected.isAssessed()) return new Lacking(new Add("Say what an hour costs and how much change is wanted", edit + "#exposurePerHour"));
        if (facts.domain() == null) return new Lacking(new Add("Name its domain", edit + "#domain"));
        var decide = new Add("Decide on target and on-call level", "/operating-models/" + facts.service().name());
        var decided = facts.decided();
        if (decided == null) return new Lacking(decide);
        var text = "%s %%, out of hours %s, in %s; agreed by %s".formatted(
                selected.level(), selected.onCall().outOfHours().word(), facts.domain().shown(), decided.by());
        return new Seen(Evidence.seen(text, null, decided.at(), null), decide);
    }

    private Known runbook() {
        var runbook = facts.links().get("runbook");
        if (runbook == null) return new Unseen(new Add("Link the runbook", edit + "#runbook"));
        var text = runbook.checked() == null ? "Linked; nobody has said when it was looked at" : "Linked, and looked at";
        return new Seen(
                Evidence.seen(text, runbook.url(), start(runbook.checked()), Preparation.RUNBOOK.usualValidity()),
                new Add("Look at the runbook, and say so", write(Preparation.RUNBOOK)));
    }

    private Known telemetry() {
        var dashboard = facts.links().get("dashboard");
        var logs = facts.links().get("logs");
        if (dashboard == null) return new Unseen(new Add("Link the dashboard", edit + "#dashboard"));
        if (logs == null) return new Unseen(new Add("Link the logs", edit + "#logs"));
        var looked = Stream.of(dashboard, logs).map(Link::checked).filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null);
        return new Seen(
                Evidence.seen("Dashboard and logs are linked", dashboard.url(), looked == null ? null : start(looked), null),
                new Add("Say what else shows how it fares", write(Preparation.TELEMETRY)));
    }

    private Known onboarding() {
        var owner = facts.owner();
        if (owner == null) return new Lacking(new Add("Name the team that owns it", edit + "#owner"));
        var team = "/catalogue/teams/" + owner.name() + "/edit";
        if (facts.taking().isEmpty()) return new Lacking(new Add("Nobody of " + owner.shown() + " takes turns: name who does", team + "#members"));
        if (!facts.unreachable().isEmpty()) {
            return new Lacking(new Add(
                    "Confirm a contact of " + facts.unreachable().stream().map(Person::shown).collect(Collectors.joining(", ")),
                    "/people/" + facts.unreachable().getFirst().name()));
        }
        var text = facts.taking().size() == 1 ? "The one who takes turns can be reached" : "All %d who take turns can be reached".formatted(facts.taking().size());
        return new Seen(Evidence.seen(text, null, facts.at(), null), new Add("Say what new people are told and given", write(Preparation.ONBOARDING)));
    }

    private Known escalationPath() {
        var owner = facts.owner();
        if (owner == null) return new Lacking(new Add("Name the team that owns it", edit + "#owner"));
        var unnamed = new ArrayList<String>();
        if (owner.lead() == null) unnamed.add("lead");
        if (owner.productManager() == null) unnamed.add("product manager");
        if (!unnamed.isEmpty()) {
            return new Lacking(new Add(
                    "Name the %s of %s".formatted(String.join(" and ", unnamed), owner.shown()),
                    "/catalogue/teams/" + owner.name() + "/edit#" + (owner.lead() == null ? "lead" : "productManager")));
        }
        return facts.service().isLive() ? nights(List.of("the lead", "the product manager")) : path("Lead and product manager are named");
    }

    private Known nights(List<String> named) {
        var nights = facts.nights();
        var look = "/on-call?service=" + facts.service().name();
        if (nights.waitsByChoice()) return path("Nobody is woken by choice; %s are named".formatted(String.join(" and ", named)));
        if (!nights.covered()) return new Lacking(new Add("Nobody is on call out of hours: make a schedule", look));
        if (nights.gap() != null) return new Lacking(new Add("Cover the gap from " + nights.gap(), look));
        return path("Somebody answers out of hours, then %s".formatted(String.join(", then ", named)));
    }

    private Known path(String text) {
        return new Seen(Evidence.seen(text, null, facts.at(), null), new Add("Say how a major incident is commanded", write(Preparation.ESCALATION_PATH)));
    }

    private Known written(Preparation preparation, String what) {
        return new Unseen(new Add(what, write(preparation)));
    }

    private String write(Preparation preparation) {
        return Subject.of(facts.service().name()).write(preparation);
    }

    private @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(facts.zone()).toInstant();
    }
}
