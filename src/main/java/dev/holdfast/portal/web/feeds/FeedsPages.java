package dev.holdfast.portal.web.feeds;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.feeds.Feed;
import dev.holdfast.feeds.Feeds;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.portal.web.ReaderTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own calendar feeds: made, copied once, revoked. */
@Controller
@RequestMapping("/account/feeds")
class FeedsPages {

    private static final int MOST = 200;
    private static final String CHANGES = "Planning, demos and releases of ";
    private static final String CHAOS = "Planning and Chaos Days of ";

    private final Feeds feeds;
    private final Documents documents;

    FeedsPages(Feeds feeds, Documents documents) {
        this.feeds = feeds;
        this.documents = documents;
    }

    /** Comes from a page of a schedule, a team or changes with that one chosen. */
    @GetMapping
    String feeds(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam @Nullable String schedule, @RequestParam @Nullable String team,
            @RequestParam(name = "for") @Nullable String audience, Model model) {
        var shifts = schedule != null ? "schedule:" + schedule : team != null ? "team:" + team : "person:" + viewer.person();
        var chosen = audience == null ? shifts : audience + ":" + Feed.ALL;
        model.addAttribute("page", page(viewer, frame.time(), chosen, null, FormFaults.NONE));
        return "portal/feeds";
    }

    @PostMapping
    String make(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> fields, Model model) {
        var form = new Form(fields);
        var of = form.fields().getOrDefault("of", "");
        try {
            var made = feeds.make(kind(of), of.substring(of.indexOf(':') + 1), viewer);
            model.addAttribute("page", page(viewer, frame.time(), of, made.url(), FormFaults.NONE));
        } catch (Unprocessable refused) {
            model.addAttribute("page", page(viewer, frame.time(), of, null, FormFaults.of("of", refused.faults().getFirst().message(), form.typed())));
        }
        return "portal/feeds";
    }

    private static Feed.Kind kind(String of) {
        return switch (of.substring(0, Math.max(0, of.indexOf(':')))) {
            case "person" -> Feed.Kind.PERSON;
            case "team" -> Feed.Kind.TEAM;
            case "schedule" -> Feed.Kind.SCHEDULE;
            case "change-management" -> Feed.Kind.CHANGE_MANAGEMENT;
            case "incident-management" -> Feed.Kind.INCIDENT_MANAGEMENT;
            default -> throw Unprocessable.of("of", "REQUIRED", "Choose what the calendar shows.");
        };
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable String id, Viewer viewer) {
        feeds.revoke(id, viewer);
        return "redirect:/account/feeds";
    }

    private FeedsPage page(Viewer viewer, ReaderTime time, String chosen, @Nullable String address, FormFaults faults) {
        var view = documents.at(time.now());
        var rows = feeds.own(viewer, MOST).stream().map(feed -> new FeedsPage.Row(feed.id(), what(view, feed), time.moment(feed.madeAt()))).toList();
        return new FeedsPage(rows, choices(view, viewer, chosen), address, faults);
    }

    private static String what(CatalogueView view, Feed feed) {
        return switch (feed.kind()) {
            case PERSON -> "Your shifts";
            case TEAM -> "The team " + view.team(new TeamName(feed.name())).map(team -> team.shown()).orElse(feed.name());
            case SCHEDULE -> "The schedule " + title(view, feed.name());
            case CHANGE_MANAGEMENT -> CHANGES + of(view, feed.name());
            case INCIDENT_MANAGEMENT -> CHAOS + of(view, feed.name());
        };
    }

    private static List<Choice> choices(CatalogueView view, Viewer viewer, String chosen) {
        var choices = new ArrayList<Choice>();
        if (viewer.person() != null && view.person(new PersonName(viewer.person())).isPresent()) add(choices, "person:" + viewer.person(), "Your shifts", chosen);
        Stream.concat(Stream.of(Feed.ALL), viewer.teams().stream().sorted()).forEach(team -> {
            add(choices, "change-management:" + team, CHANGES + of(view, team), chosen);
            add(choices, "incident-management:" + team, CHAOS + of(view, team), chosen);
        });
        view.teams().stream().sorted(Comparator.comparing(team -> team.shown().toLowerCase(Locale.ROOT)))
                .forEach(team -> add(choices, "team:" + team.name(), "Team: " + team.shown(), chosen));
        view.documents("Schedule").stream().map(schedule -> schedule.name()).sorted()
                .forEach(name -> add(choices, "schedule:" + name, "Schedule: " + title(view, name), chosen));
        return choices;
    }

    private static String of(CatalogueView view, String team) {
        return team.equals(Feed.ALL) ? "all teams" : view.team(new TeamName(team)).map(found -> found.shown()).orElse(team);
    }

    private static void add(List<Choice> choices, String value, String words, String chosen) {
        choices.add(new Choice(value, words, value.equals(chosen)));
    }

    private static String title(CatalogueView view, String schedule) {
        return view.document("Schedule", schedule).map(document -> document.title()).orElse(schedule);
    }
}
