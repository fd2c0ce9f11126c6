package dev.holdfast.portal.web;

import dev.holdfast.catalogue.Link;
import dev.holdfast.catalogue.Service;
import dev.holdfast.oncall.CoverStatus;
import dev.holdfast.oncall.Covering;
import dev.holdfast.operatingmodel.DemandBand;
import dev.holdfast.operatingmodel.OperatingModel;
import dev.holdfast.operatingmodel.Selected;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A service in words, the same in the list and on its own page. */
public final class ServiceWords {

    private static final List<String> PLACES = List.of(
            "runbook", "dashboard", "logs", "repository", "chat", "shutterPage", "alertGuide", "architecture");
    private static final Map<String, String> WORDS =
            Map.of("shutterPage", "Shutter page", "alertGuide", "Alert guide");
    private static final Map<String, String> ICONS = Map.of("shutterPage", "i-shutter", "alertGuide", "i-alert-guide");
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private ServiceWords() {}

    public static Status model(Selected selected) {
        var model = selected.operatingModel();
        if (model == null) return new Status("Not assessed", Shape.TRIANGLE, Tone.CAUTION);
        return new Status(model.title(), Shape.DOT, model == OperatingModel.YBYR ? Tone.ACCENT : Tone.OPS);
    }

    public static String target(Selected selected) {
        return selected.level() == null ? "–" : selected.level() + "\u202f%";
    }

    public static String deployment(Selected selected) {
        return selected.deploymentTarget().map(ServiceWords::every).orElse("–");
    }

    public static String every(DemandBand band) {
        return switch (band.everyDays()) {
            case 1 -> "daily";
            case 7 -> "weekly";
            case 14 -> "fortnightly";
            case 30 -> "monthly";
            default -> "every " + band.everyDays() + " days";
        };
    }

    public static String called(Covering cover, Names names) {
        if (cover.status() == CoverStatus.SUPPRESSED) return "nobody";
        if (cover.status() == CoverStatus.FALLBACK) {
            return cover.fallback().isEmpty() ? "nobody" : names.of(cover.fallback().getFirst());
        }
        return cover.people().isEmpty() ? "nobody" : names.of(cover.people().getFirst());
    }

    /** By which level, and until when. */
    public static String until(Covering cover, ReaderTime time) {
        if (cover.status() == CoverStatus.SUPPRESSED) {
            return cover.suppressedUntil() == null ? "nobody by choice" : "waits until " + time.moment(cover.suppressedUntil());
        }
        var by = cover.status() == CoverStatus.FALLBACK ? "fallback: a gap" : cover.level().word();
        return cover.until() == null ? by : by + ", until " + time.moment(cover.until());
    }

    public static boolean isGap(Covering cover) {
        return cover.gap() || cover.status() == CoverStatus.FALLBACK;
    }

    public static List<Status> facts(Service service, Selected selected, @Nullable String domain) {
        var facts = new ArrayList<Status>();
        facts.add(service.isLive()
                ? new Status("Live", Shape.DOT, Tone.SAFE)
                : new Status(capital(service.lifecycle().name()), Shape.RING, Tone.QUIET));
        if (service.kind() != null) facts.add(new Status(capital(service.kind().name()) + " service", Shape.RING, Tone.QUIET));
        facts.add(model(selected));
        if (domain != null) facts.add(new Status(domain + " domain", Shape.RING, Tone.QUIET));
        return List.copyOf(facts);
    }

    /** Where to look, in the order in which people look; only what a browser may open. */
    static List<IncidentPage.Place> places(Map<String, Link> links) {
        return ordered(links).stream()
                .map(kind -> new IncidentPage.Place(icon(kind), linkWords(kind), Objects.requireNonNull(links.get(kind)).url().toString()))
                .toList();
    }

    /** The kinds of these links in that order. */
    public static List<String> ordered(Map<String, Link> links) {
        return Stream.concat(PLACES.stream().filter(links::containsKey), links.keySet().stream().filter(kind -> !PLACES.contains(kind)))
                .filter(kind -> mayBeOpened(Objects.requireNonNull(links.get(kind))))
                .toList();
    }

    public static String icon(String kind) {
        return PLACES.contains(kind) ? ICONS.getOrDefault(kind, "i-" + kind) : "i-link";
    }

    public static String linkWords(String kind) {
        return WORDS.getOrDefault(kind, capital(kind));
    }

    private static boolean mayBeOpened(Link link) {
        var scheme = link.url().getScheme();
        return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
    }

    public static String capital(String word) {
        var lower = word.equals(word.toUpperCase(Locale.ROOT)) ? word.toLowerCase(Locale.ROOT).replace('_', ' ') : word;
        return lower.isEmpty() ? lower : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }
}
