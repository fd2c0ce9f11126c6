package dev.holdfast.portal.web.models;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.oncall.NightRota;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Preview;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.models.BandsPage.Night;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whose nights a change of policy takes or gives back: live services alone are stood by for. */
record Nights(CatalogueView view, List<NightRota> rotas, Map<Holder, List<Service>> now, Map<Holder, List<Service>> then) {

    private static final int NAMED = 8;

    /** A team or a domain that is called out of hours. */
    record Holder(OnCallLevel level, String name) implements Comparable<Holder> {

        @Override
        public int compareTo(Holder other) {
            var byLevel = level.compareTo(other.level);
            return byLevel == 0 ? name.compareTo(other.name) : byLevel;
        }
    }

    static Nights of(CatalogueView view, List<NightRota> rotas, Preview preview) {
        return new Nights(view, rotas, holders(view, preview, Preview.Line::now), holders(view, preview, Preview.Line::then));
    }

    private static Map<Holder, List<Service>> holders(CatalogueView view, Preview preview, Function<Preview.Line, Preview.Side> side) {
        var holders = new TreeMap<Holder, List<Service>>();
        for (var line : preview.services()) {
            view.service(line.service()).filter(Service::isLive).ifPresent(service -> {
                var level = side.apply(line).onCall().outOfHours();
                var name = level == OnCallLevel.TEAM ? service.owner() : level == OnCallLevel.DOMAIN ? service.domain() : null;
                if (name != null) holders.computeIfAbsent(new Holder(level, name.toString()), unseen -> new ArrayList<>()).add(service);
            });
        }
        return holders;
    }

    List<Night> woken() {
        return then.entrySet().stream().filter(each -> !now.containsKey(each.getKey())).map(each -> night(each.getKey(), each.getValue())).toList();
    }

    List<Night> released() {
        return now.entrySet().stream().filter(each -> !then.containsKey(each.getKey())).map(each -> night(each.getKey(), each.getValue())).toList();
    }

    /** The people who take turns at night then and do not now. */
    Set<PersonName> newPeople() {
        var people = new TreeSet<>(people(then));
        people.removeAll(people(now));
        return people;
    }

    Set<PersonName> freedPeople() {
        var people = new TreeSet<>(people(now));
        people.removeAll(people(then));
        return people;
    }

    String names(Set<PersonName> people) {
        var names = new Names(view);
        var shown = people.stream().limit(NAMED).map(names::of).collect(Collectors.joining(", "));
        return people.size() > NAMED ? shown + " and " + (people.size() - NAMED) + " more" : shown;
    }

    private Set<PersonName> people(Map<Holder, List<Service>> holders) {
        var byHolder = new HashMap<Holder, Set<PersonName>>();
        for (var rota : rotas) byHolder.computeIfAbsent(holder(rota), unseen -> new TreeSet<>()).addAll(rota.people());
        return holders.keySet().stream().flatMap(holder -> byHolder.getOrDefault(holder, Set.of()).stream()).collect(Collectors.toSet());
    }

    private static Holder holder(NightRota rota) {
        return rota.team() == null ? new Holder(OnCallLevel.DOMAIN, String.valueOf(rota.domain())) : new Holder(OnCallLevel.TEAM, rota.team().value());
    }

    private Night night(Holder holder, List<Service> services) {
        var mine = rotas.stream().filter(rota -> holder(rota).equals(holder)).toList();
        var schedule = mine.stream().map(NightRota::shown).collect(Collectors.joining(", "));
        var people = new TreeSet<PersonName>();
        mine.forEach(rota -> people.addAll(rota.people()));
        return new Night(shown(holder), Figures.count(services.size(), "service"), mine.isEmpty() ? "no schedule for the night" : schedule,
                mine.isEmpty() ? "a gap: the lead is called, then the product manager" : names(people), mine.isEmpty());
    }

    private String shown(Holder holder) {
        return holder.level() == OnCallLevel.TEAM
                ? "The team " + view.team(new TeamName(holder.name())).map(Team::shown).orElse(holder.name())
                : "The domain " + view.domain(new DomainName(holder.name())).map(Domain::shown).orElse(holder.name());
    }
}
