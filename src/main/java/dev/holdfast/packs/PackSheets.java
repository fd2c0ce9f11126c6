package dev.holdfast.packs;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Dependency;
import dev.holdfast.catalogue.Link;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Softening;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.ThirdParty;
import dev.holdfast.incidents.Restoring;
import dev.holdfast.notification.Contacts;
import dev.holdfast.oncall.CoverStatus;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.quantities.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes out what stands on a pack. */
@Component
class PackSheets {

    static final Duration AHEAD = Duration.ofHours(72);
    static final Duration STALE = Duration.ofHours(2);

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final Contacts contacts;
    private final Coverage coverage;
    private final Selection selection;
    private final Policies policies;
    private final Restoring restoring;

    PackSheets(Contacts contacts, Coverage coverage, Selection selection, Policies policies, Restoring restoring) {
        this.contacts = contacts;
        this.coverage = coverage;
        this.selection = selection;
        this.policies = policies;
        this.restoring = restoring;
    }

    /** What all packs of one making share. */
    record Making(CatalogueView view, Map<ServiceName, List<Turns.Turn>> turns, String fingerprint) {

        ZoneId zone() {
            return view.calendar().zone();
        }

        String time(Instant at) {
            return SHORT.format(at.atZone(zone())).replace("Sept", "Sep");
        }
    }

    PackSheet sheet(Making making, String title, List<Service> services) {
        var view = making.view();
        var at = view.at().atZone(making.zone());
        return new PackSheet(
                title,
                view.organisation().map(it -> it.title() == null ? it.name() : it.title()).orElse("Holdfast"),
                FULL.format(at).replace("Sept", "Sep"),
                FULL.format(at.plus(STALE)).replace("Sept", "Sep"),
                making.zone().getId(),
                making.fingerprint(),
                coverage.dutyIncidentManagers(view.at()).stream().map(person -> party(view, person, "duty incident manager")).toList(),
                services.stream().sorted(mostAtRisk(view)).map(service -> card(making, service)).toList(),
                thirdParties(view, services));
    }

    private Comparator<Service> mostAtRisk(CatalogueView view) {
        return Comparator.<Service, Optional<Money>>comparing(
                        service -> atRisk(view, service.name()),
                        Comparator.comparing(risk -> risk.orElse(null), Comparator.nullsLast(Comparator.reverseOrder())))
                .thenComparing(Service::name);
    }

    private PackSheet.ServiceCard card(Making making, Service service) {
        var view = making.view();
        var owner = view.ownerOf(service.name());
        var risk = atRisk(view, service.name());
        var turns = making.turns().getOrDefault(service.name(), List.of());
        return new PackSheet.ServiceCard(
                service.name().value(),
                service.shown(),
                service.description() == null ? "" : service.description(),
                owner.map(Team::shown).orElse(service.owner() == null ? "no team" : service.owner() + " (not known)"),
                owner.map(Team::lead).map(lead -> party(view, lead, "lead of " + owner.get().shown())).orElse(null),
                risk.map(money -> money.forPeople() + " an hour").orElse("not assessed"),
                risk.map(money -> restore(view, money)).orElse("not known, as long as it is not assessed"),
                turns.stream().map(turn -> turn(making, turn)).toList(),
                turns.isEmpty() ? List.of() : turns.getFirst().covering().fallback().stream().map(person -> party(view, person, "fallback")).toList(),
                places(service.links()),
                service.dependsOn().stream().map(need -> need(view, need)).toList());
    }

    private String restore(CatalogueView view, Money anHour) {
        return switch (restoring.expected(view, anHour)) {
            case RESTORE_IMMEDIATELY -> "at once, at any hour";
            case RESTORE_BY_NEXT_WORKING_DAY -> "by the end of the next working day";
            case RESTORE_WHEN_POSSIBLE -> "when possible";
        };
    }

    private PackSheet.Turn turn(Making making, Turns.Turn turn) {
        var covering = turn.covering();
        var when = making.time(turn.from()) + " to " + making.time(turn.to());
        var people = covering.people().stream().map(person -> party(making.view(), person, covering.schedule() == null ? "" : covering.schedule())).toList();
        if (covering.status() == CoverStatus.SUPPRESSED) {
            var until = covering.suppressedUntil();
            return new PackSheet.Turn(when, until == null ? "Nobody by choice." : "Nobody by choice; from " + making.time(until) + " on:", people);
        }
        if (covering.status() == CoverStatus.FALLBACK) {
            return new PackSheet.Turn(when, people.isEmpty() ? "A gap, and nobody of the fallback can be reached." : "A gap: call the fallback.", people);
        }
        return new PackSheet.Turn(when, "", people);
    }

    private PackSheet.Party party(CatalogueView view, PersonName name, String role) {
        return new PackSheet.Party(
                view.person(name).map(person -> person.shown()).orElse(name.value()), role, contacts.phone(view, name).orElse(null));
    }

    private static PackSheet.Need need(CatalogueView view, Dependency dependency) {
        var how = dependency.via() == Softening.HARD ? "hard" : "by " + dependency.via().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        var service = dependency.service();
        if (service == null) {
            var card = Objects.requireNonNull(dependency.thirdParty());
            return new PackSheet.Need(view.thirdParty(card).map(PackSheets::title).orElse(card), how + ", third party");
        }
        var owner = view.ownerOf(service).map(team -> ", run by " + team.shown()).orElse("");
        return new PackSheet.Need(view.service(service).map(Service::shown).orElse(service.value()), how + owner);
    }

    private static List<PackSheet.Card> thirdParties(CatalogueView view, List<Service> services) {
        return services.stream()
                .flatMap(service -> service.dependsOn().stream())
                .flatMap(need -> Stream.ofNullable(need.thirdParty()))
                .distinct()
                .sorted()
                .flatMap(name -> view.thirdParty(name).stream())
                .map(it -> new PackSheet.Card(title(it), text(it.contact()), text(it.raise()), text(it.promises()), places(it.links())))
                .toList();
    }

    private static List<PackSheet.Place> places(Map<String, Link> links) {
        var first = new TreeMap<String, Link>(Comparator.comparing((String name) -> !name.equals("runbook")).thenComparing(name -> name));
        first.putAll(links);
        return first.entrySet().stream().map(link -> {
            var url = link.getValue().url();
            var scheme = url.getScheme();
            return new PackSheet.Place(link.getKey(), url.toString(), scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT)));
        }).toList();
    }

    private Optional<Money> atRisk(CatalogueView view, ServiceName service) {
        return selection.assessment(view, service)
                .effectiveAt(view.at())
                .map(exposure -> exposure.perHour(policies.in(view).currency()));
    }

    private static String title(ThirdParty card) {
        return card.title() == null ? card.name() : card.title();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
