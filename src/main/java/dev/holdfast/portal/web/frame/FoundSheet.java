package dev.holdfast.portal.web.frame;

import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.frame.FoundPage.Group;
import dev.holdfast.portal.web.frame.FoundPage.Row;
import dev.holdfast.search.Findable;
import dev.holdfast.search.Hit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes what a search shows: answers first, then what is called exactly so, then what can be done, then the rest by kind. */
final class FoundSheet {

    private static final Map<Findable.Kind, String> HEADS = heads();
    private static final Map<Findable.Kind, String> ICONS = icons();

    private FoundSheet() {}

    static FoundPage of(String text, Finding.Findings findings, ReaderTime time, int mostActions) {
        var groups = new ArrayList<Group>();
        if (!findings.answers().isEmpty()) groups.add(new Group("Alerts with these labels go to", rows(findings.answers())));
        var kinds = kinds(findings.found().hits(), time);
        var actions = findings.actions().stream().limit(mostActions).map(FoundSheet::row).toList();
        var named = findings.found().hits().stream().limit(1).anyMatch(hit -> hit.match() == Hit.Match.EXACT);
        if (!actions.isEmpty()) kinds.add(named ? 1 : 0, new Group("Go and do", actions));
        groups.addAll(kinds);
        var meant = Optional.ofNullable(findings.found().meant());
        return new FoundPage(heading(text, groups), text, meant.orElse(null), meant.map(FoundSheet::address).orElse(null), numbered(groups));
    }

    static FoundPage nothingAsked() {
        return new FoundPage("Search", "", null, null, numbered(List.of(new Group("Go and do", Actions.all().stream().map(FoundSheet::row).toList()))));
    }

    private static String heading(String text, List<Group> groups) {
        var count = groups.stream().mapToInt(group -> group.rows().size()).sum();
        return count == 0 ? "Nothing is called “" + text + "”" : count + " for “" + text + "”";
    }

    private static List<Group> kinds(List<Hit> hits, ReaderTime time) {
        var kinds = new LinkedHashMap<Findable.Kind, List<Row>>();
        hits.forEach(hit -> kinds.computeIfAbsent(hit.found().kind(), kind -> new ArrayList<>()).add(row(hit.found(), time)));
        var groups = new ArrayList<Group>();
        kinds.forEach((kind, rows) -> groups.add(new Group(HEADS.getOrDefault(kind, ""), rows)));
        return groups;
    }

    private static List<Row> rows(List<Finding.Answer> answers) {
        return answers.stream()
                .map(answer -> new Row("", "i-services", answer.shown(), answer.why(), "", "/services/" + answer.service(), "", null))
                .toList();
    }

    private static Row row(Findable found, ReaderTime time) {
        var name = found.title() == null || found.title().equals(found.name()) ? "" : found.name();
        var detail = name.isEmpty() || found.detail().isEmpty() ? name + found.detail() : name + " · " + found.detail();
        var end = found.at() == null ? "" : time.day(found.at());
        return new Row("", ICONS.getOrDefault(found.kind(), "i-link"), found.shown(), detail, end, found.address(), "", null);
    }

    private static Row row(Action action) {
        return new Row("", "i-next", action.words(), action.about(), "", action.address(), action.keys(), action.theme());
    }

    private static List<Group> numbered(List<Group> groups) {
        var numbered = new ArrayList<Group>();
        var number = 0;
        for (var group : groups) {
            var rows = new ArrayList<Row>();
            for (var row : group.rows()) {
                rows.add(new Row("found-" + ++number, row.icon(), row.words(), row.detail(), row.end(), row.address(), row.keys(), row.theme()));
            }
            numbered.add(new Group(group.word(), rows));
        }
        return numbered;
    }

    private static String address(String text) {
        return "/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<Findable.Kind, String> heads() {
        var heads = new EnumMap<Findable.Kind, String>(Findable.Kind.class);
        heads.put(Findable.Kind.SERVICE, "Services");
        heads.put(Findable.Kind.TEAM, "Teams");
        heads.put(Findable.Kind.PERSON, "People");
        heads.put(Findable.Kind.DOMAIN, "Domains");
        heads.put(Findable.Kind.THIRD_PARTY, "Third parties");
        heads.put(Findable.Kind.SCHEDULE, "Schedules");
        heads.put(Findable.Kind.INTEGRATION, "Integrations");
        heads.put(Findable.Kind.INCIDENT, "Incidents");
        heads.put(Findable.Kind.DOCUMENT, "Other documents");
        return heads;
    }

    private static Map<Findable.Kind, String> icons() {
        var icons = new EnumMap<Findable.Kind, String>(Findable.Kind.class);
        icons.put(Findable.Kind.SERVICE, "i-services");
        icons.put(Findable.Kind.TEAM, "i-team");
        icons.put(Findable.Kind.PERSON, "i-account");
        icons.put(Findable.Kind.DOMAIN, "i-domain");
        icons.put(Findable.Kind.SCHEDULE, "i-on-call");
        icons.put(Findable.Kind.INTEGRATION, "i-alert-guide");
        icons.put(Findable.Kind.INCIDENT, "i-incidents");
        icons.put(Findable.Kind.DOCUMENT, "i-catalogue");
        return icons;
    }
}
