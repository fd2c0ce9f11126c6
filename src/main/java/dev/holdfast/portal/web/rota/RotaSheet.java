package dev.holdfast.portal.web.rota;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.http.NotFound;
import dev.holdfast.oncall.Draft;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.catalogue.Diff;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page on which a schedule is edited. */
@Component
class RotaSheet {

    static final String KIND = "Schedule";

    private static final int SUGGESTED = 300;

    private final Documents documents;

    RotaSheet(Documents documents) {
        this.documents = documents;
    }

    /** What came of what was sent. */
    record Outcome(String focus, FormFaults faults, @Nullable String notice, List<Diff.Row> changed, String shown, @Nullable Draft draft, @Nullable String refused) {

        static final Outcome NONE = new Outcome("", FormFaults.NONE, null, List.of(), "", null, null);

        static Outcome focus(String id) {
            return new Outcome(id, FormFaults.NONE, null, List.of(), "", null, null);
        }

        static Outcome faults(FormFaults faults) {
            return new Outcome("", faults, null, List.of(), "", null, null);
        }
    }

    /** The newest version that has not ended. */
    Document latest(String name, ReaderTime time) {
        return found(name, time).orElseThrow(() -> new NotFound("There is no schedule " + name + "."));
    }

    Optional<Document> found(String name, ReaderTime time) {
        var versions = documents.versions(KIND, name);
        return versions.isEmpty() ? Optional.empty()
                : Optional.of(versions.getLast()).filter(it -> it.inForce().to() == null || it.inForce().to().isAfter(time.now()));
    }

    /** What was changed since a version. */
    List<Diff.Row> since(String name, int base, ReaderTime time) {
        var before = documents.versions(KIND, name).stream().filter(version -> version.version() == base).findFirst().orElse(null);
        return Diff.rows(Documents.difference(before, latest(name, time)));
    }

    /** A schedule of a team, without anybody yet. */
    RotaForm blank(String holder, Viewer viewer, ReaderTime time) {
        var view = documents.at(time.now());
        var known = holders(view, holder).stream().anyMatch(it -> it.value().equals(holder) && !holder.isEmpty());
        var mine = viewer.teams().stream().sorted().findFirst().map(team -> "team:" + team).orElse("");
        var monday = time.today().with(java.time.temporal.TemporalAdjusters.next(DayOfWeek.MONDAY)) + "T09:00";
        return new RotaForm("", "", known ? holder : mine, "", "out-of-hours", view.calendar().zone().getId(), false, "", List.of(LayerForm.fresh(monday)));
    }

    RotaPage page(@Nullable String name, RotaForm form, int base, ReaderTime time, Outcome outcome) {
        var view = documents.at(time.now());
        var names = new Names(view);
        var layers = IntStream.range(0, form.layers().size()).mapToObj(at -> layer(form.layers().get(at), at, form.layers().size(), names)).toList();
        var draft = outcome.draft();
        return new RotaPage(
                name == null ? "New schedule" : form.title().isEmpty() ? name : form.title(), name,
                name == null ? "/schedules/new" : "/schedules/" + name + "/edit", base, outcome.shown(), outcome.focus(), fields(form, view), layers,
                zones(view), people(view, form), outcome.faults(), outcome.notice(), outcome.changed(),
                draft == null ? null : new Previewing(view, time).of(draft, asItIs(form, view)), outcome.refused());
    }

    private static RotaPage.Fields fields(RotaForm form, CatalogueView view) {
        return new RotaPage.Fields(
                form.name(), form.title(), holders(view, form.holder()),
                chosen(form.tier(), "", "none", "L1", "L1, answers first", "L2", "L2, after it", "L3", "L3, the last"),
                chosen(form.hours(), "out-of-hours", "Out of hours", "working", "Working hours", "always", "Always"), form.zone(), form.primary(), form.from());
    }

    private static List<Choice> holders(CatalogueView view, String chosen) {
        var teams = view.teams().stream().map(it -> choice("team:" + it.name(), "Team " + it.shown(), chosen)).sorted(Comparator.comparing(Choice::words));
        var domains = view.domains().stream().map(it -> choice("domain:" + it.name(), "Domain " + it.shown(), chosen)).sorted(Comparator.comparing(Choice::words));
        var holders = new ArrayList<>(Stream.concat(teams, domains).toList());
        holders.add(choice("duty:incident-manager", "Duty of the incident manager", chosen));
        if (holders.stream().noneMatch(Choice::chosen)) holders.addFirst(new Choice(chosen, chosen.isEmpty() ? "choose whose it is" : chosen, true));
        return holders;
    }

    private static RotaPage.Layer layer(LayerForm layer, int at, int of, Names names) {
        var id = "l" + at;
        var people = layer.people();
        var rows = IntStream.range(0, people.size())
                .mapToObj(place -> new RotaPage.Row(id + ".p" + place, at + "." + place, people.get(place), names.isPerson(people.get(place)) ? names.of(people.get(place)) : "",
                        place == 0, place == people.size() - 1))
                .toList();
        var windows = IntStream.range(0, layer.windows().size()).mapToObj(place -> window(layer.windows().get(place), id + ".w" + place, at + "." + place)).toList();
        return new RotaPage.Layer(
                id, at + 1, LayerWords.of(layer, names), layer.start(), layer.every(), chosen(layer.weeks() ? "weeks" : "days", "weeks", "weeks", "days", "days"),
                chosen(layer.active() ? "active" : "calendar", "calendar", "every day of the calendar", "active", "only days on which it is active"),
                rows, windows, layer.from(), layer.to(), layer.zone(), at == 0, at == of - 1);
    }

    private static RotaPage.Window window(WindowForm window, String id, String place) {
        var days = Arrays.stream(DayOfWeek.values())
                .map(day -> new Choice(WindowForm.word(day), LayerWords.day(day, TextStyle.SHORT), window.days().contains(day)))
                .toList();
        return new RotaPage.Window(id, place, days, window.from(), window.to());
    }

    /** Those of the team first, then others who take turns. */
    private static List<Choice> people(CatalogueView view, RotaForm form) {
        var team = form.holder().startsWith("team:") ? view.team(new TeamName(form.holder().substring(5))).map(it -> Set.copyOf(it.members())).orElse(Set.of()) : Set.of();
        return view.people().stream()
                .filter(Person::onCall)
                .sorted(Comparator.comparing((Person it) -> !team.contains(it.name())).thenComparing(Person::shown))
                .limit(SUGGESTED)
                .map(it -> new Choice(it.name().value(), it.shown(), false))
                .toList();
    }

    private static List<String> zones(CatalogueView view) {
        var zones = new TreeSet<String>();
        zones.add(view.calendar().zone().getId());
        view.people().stream().map(it -> it.zone().getId()).forEach(zones::add);
        return List.copyOf(zones);
    }

    /** As the ribbons want it. */
    private static OnCallNow asItIs(RotaForm form, CatalogueView view) {
        var holder = form.holder().substring(form.holder().indexOf(':') + 1);
        var team = form.holder().startsWith("team:") ? new TeamName(holder) : null;
        var domain = form.holder().startsWith("domain:") ? new DomainName(holder) : null;
        return new OnCallNow(form.name(), form.title(), holder, team, domain, form.hours(), null, null, null, null);
    }

    private static Choice choice(String value, String words, String chosen) {
        return new Choice(value, words, value.equals(chosen));
    }

    private static List<Choice> chosen(String chosen, String... valuesAndWords) {
        var choices = new ArrayList<Choice>();
        for (var at = 0; at < valuesAndWords.length; at += 2) choices.add(choice(valuesAndWords[at], valuesAndWords[at + 1], chosen));
        return choices;
    }
}
