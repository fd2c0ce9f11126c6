package dev.holdfast.portal.web.drill;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.drill.Asked;
import dev.holdfast.drill.Changed;
import dev.holdfast.drill.Drill;
import dev.holdfast.drill.Found;
import dev.holdfast.drill.Moment;
import dev.holdfast.drill.Run;
import dev.holdfast.http.Csv;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.Picker;
import dev.holdfast.portal.web.Pickers;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the page of the last drill, in a constant number of queries. */
@Component
class DrillSheet {

    private static final String INTEGRATIONS = "/catalogue/drill/names?of=integration";
    private static final int MOST = 100;
    private static final int MOST_CSV = 20_000;
    private static final int MOST_CHANGES = 20;

    private final Drill drill;
    private final Documents documents;

    DrillSheet(Drill drill, Documents documents) {
        this.drill = drill;
        this.documents = documents;
    }

    /** What the address asks for. */
    record Filter(Moment moment, String team, String domain, boolean all, int after) {

        static Filter of(Map<String, String> asked) {
            var after = asked.getOrDefault("after", "");
            return new Filter(
                    Moment.of(asked.getOrDefault("moment", "")).orElse(Moment.SUNDAY),
                    asked.getOrDefault("team", "").strip(),
                    asked.getOrDefault("domain", "").strip(),
                    asked.getOrDefault("show", "").equals("all"),
                    after.matches("\\d{1,9}") ? Integer.parseInt(after) : -1);
        }

        Asked asked() {
            return new Asked(moment, team.isEmpty() ? null : team, domain.isEmpty() ? null : domain, !all);
        }

        String address(String path, Moment other, @Nullable Integer position) {
            var address = UriComponentsBuilder.fromPath(path).queryParam("moment", other.word());
            if (!team.isEmpty()) address.queryParam("team", "{team}");
            if (!domain.isEmpty()) address.queryParam("domain", "{domain}");
            if (all) address.queryParam("show", "all");
            if (position != null) address.queryParam("after", position);
            return address.encode().buildAndExpand(Map.of("team", team, "domain", domain)).toUriString();
        }
    }

    DrillPage page(Filter filter, ReaderTime time) {
        return documents.holding(() -> {
            var view = documents.at(time.now());
            var runs = drill.runs(8);
            var last = runs.stream().findFirst();
            var found = drill.found(filter.asked(), filter.after(), MOST + 1);
            var shown = found.subList(0, Math.min(MOST, found.size()));
            var changes = last.map(run -> drill.changes(run.number(), MOST_CHANGES * 2)).orElse(List.of());
            return new DrillPage(
                    last.map(run -> DrillWords.heading(run, filter.moment())).orElse("No drill has been run yet"),
                    last.map(run -> lede(run, filter.moment(), view, time)).orElse("It follows every way in which an alert can come in, to the person who would be called."),
                    last.isPresent(), last.map(run -> run.routes() == 0).orElse(true),
                    DrillWords.moment(filter.moment()), moments(filter), Pickers.filter(view, "team", "Team", filter.team()),
                    Pickers.filter(view, "domain", "Domain", filter.domain()), shows(filter),
                    shown.stream().map(it -> row(it, time)).toList(),
                    found.size() > MOST ? filter.address("/catalogue/drill", filter.moment(), shown.getLast().position()) : null,
                    filter.address("/catalogue/drill.csv", filter.moment(), null),
                    changes(changes, true), changes(changes, false), runs.size() > 1 ? time.moment(runs.get(1).at()) : "",
                    runs.stream().map(run -> past(run, filter.moment(), view, time)).toList(),
                    form(Optional.empty(), null));
        });
    }

    Csv csv(Filter filter, ReaderTime time) {
        var csv = new Csv("integration", "route", "moment", "at", "service", "team", "domain", "verdict", "called", "broken", "sentence", "at risk an hour", "currency");
        for (var it : drill.found(filter.asked(), -1, MOST_CSV)) {
            var broken = it.broken();
            var risk = it.atRisk();
            csv.row(List.of(
                    it.integration(), it.words(), it.moment().word(), it.at().toString(), text(it.service()), text(it.team()),
                    text(it.domain()), it.verdict().word(), it.people(), broken == null ? "" : broken.what().word(),
                    broken == null ? "" : broken.sentence(), risk == null ? "" : risk.rounded().amount().toPlainString(),
                    risk == null ? "" : risk.currency().getCurrencyCode()));
        }
        return csv;
    }

    DrillPage.TryForm form(Optional<Tried> tried, @Nullable String fault) {
        var integration = tried.map(Tried::integration).orElse("");
        var integrations = integrations();
        var moment = tried.map(Tried::moment).orElse(Moment.NOW);
        return new DrillPage.TryForm(
                integrations.isEmpty() ? null : Picker.of("integration", "Integration", integrations, integration, INTEGRATIONS),
                tried.map(Tried::labels).orElse(""),
                Arrays.stream(Moment.values()).map(it -> new Choice(it.word(), DrillWords.moment(it), it == moment)).toList(),
                tried.map(Tried::at).orElse(""),
                fault);
    }

    List<Choice> integrations() {
        return drill.integrations().stream().map(it -> new Choice(it.value(), it.value(), false)).toList();
    }

    /** With names where titles were typed. */
    Filter named(Map<String, String> asked, ReaderTime time) {
        var view = documents.at(time.now());
        var filter = Filter.of(asked);
        return new Filter(
                filter.moment(), Pickers.name(view, "team", filter.team()), Pickers.name(view, "domain", filter.domain()), filter.all(), filter.after());
    }

    /** What was typed into the form. */
    record Tried(String integration, String labels, Moment moment, String at) {}

    private String lede(Run run, Moment moment, CatalogueView view, ReaderTime time) {
        var by = run.nightly() ? "by night" : "by " + new Names(view).of(run.by());
        return DrillWords.lede(run, moment) + " Followed " + time.moment(run.at()) + ", " + by + ".";
    }

    private static DrillPage.Row row(Found found, ReaderTime time) {
        var broken = found.broken();
        var service = found.service();
        return new DrillPage.Row(
                found.words(), found.integration(), DrillWords.status(found.verdict(), broken != null),
                service == null ? "none" : service, service == null ? null : "/services/" + service, text(found.team()),
                called(found, time), broken == null ? null : broken.what().words(), broken == null ? null : broken.sentence(),
                broken == null ? null : Mending.address(broken.what(), found.integration(), service, found.team()),
                found.atRisk() == null ? "–" : Figures.money(found.atRisk()), why(found));
    }

    private static String called(Found found, ReaderTime time) {
        if (found.people().isEmpty()) return "nobody";
        return found.waitsUntil() == null ? found.people() : "waits until " + time.moment(found.waitsUntil()) + ": " + found.people();
    }

    private static String why(Found found) {
        var labels = new StringBuilder();
        found.labels().forEach((name, value) -> labels.append(name).append("=\"").append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append("\"\n"));
        return UriComponentsBuilder.fromPath("/catalogue/drill/route")
                .queryParam("integration", "{integration}").queryParam("labels", "{labels}").queryParam("moment", found.moment().word())
                .encode().buildAndExpand(Map.of("integration", found.integration(), "labels", labels.toString())).toUriString();
    }

    private static List<DrillPage.Change> changes(List<Changed> changes, boolean broke) {
        var status = broke ? new Status("broke", Shape.DIAMOND, Tone.LOSS) : new Status("mended", Shape.CHECK, Tone.SAFE);
        return changes.stream().filter(change -> change.broke() == broke).limit(MOST_CHANGES)
                .map(change -> new DrillPage.Change(status, change.integration() + ", " + change.words(), change.sentence()))
                .toList();
    }

    private static DrillPage.Past past(Run run, Moment moment, CatalogueView view, ReaderTime time) {
        return new DrillPage.Past(
                time.moment(run.at()), run.nightly() ? "by night" : new Names(view).of(run.by()),
                "%,d of %,d".formatted(run.reaching(moment), run.routes()));
    }

    private static List<Choice> moments(Filter filter) {
        return Arrays.stream(Moment.values())
                .map(it -> new Choice(filter.address("/catalogue/drill", it, null), DrillWords.moment(it), it == filter.moment()))
                .toList();
    }

    private static List<Choice> shows(Filter filter) {
        return List.of(new Choice("", "broken", !filter.all()), new Choice("all", "all routes", filter.all()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
