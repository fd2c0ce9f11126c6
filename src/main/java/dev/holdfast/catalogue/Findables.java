package dev.holdfast.catalogue;

import dev.holdfast.search.Findable;
import dev.holdfast.search.Findable.Kind;
import dev.holdfast.search.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A document as it is found: by its name, title and description, by whose it is, and a service by where it is reached.
 * Nothing of a person but name and title, and of no document anything that could be a secret.
 */
final class Findables {

    private static final Map<String, Kind> KINDS = Map.of(
            ServicePart.KIND, Kind.SERVICE, TeamPart.KIND, Kind.TEAM, PersonPart.KIND, Kind.PERSON, DomainPart.KIND, Kind.DOMAIN,
            ThirdPartyPart.KIND, Kind.THIRD_PARTY, "Schedule", Kind.SCHEDULE, "Integration", Kind.INTEGRATION);
    private static final Map<Kind, String> PAGES = Map.of(
            Kind.SERVICE, "/services/", Kind.TEAM, "/teams/", Kind.PERSON, "/people/", Kind.DOMAIN, "/domains/",
            Kind.THIRD_PARTY, "/third-parties/");
    private static final String SLUG = "github.com/project-slug";

    private Findables() {}

    static Findable of(Document document) {
        var kind = kind(document);
        return new Findable(
                kind, name(document), document.title(), detail(document), address(document), words(document), places(document), null);
    }

    static Kind kind(Document document) {
        return Objects.requireNonNull(KINDS.getOrDefault(document.kind(), Kind.DOCUMENT));
    }

    /** Kinds that have no page of their own share one: their names begin with the kind. */
    static String name(Document document) {
        return kind(document) == Kind.DOCUMENT ? document.kind() + "/" + document.name() : document.name();
    }

    private static String address(Document document) {
        var page = PAGES.get(kind(document));
        if (page != null) return page + document.name();
        return switch (kind(document)) {
            case SCHEDULE -> "/schedules/" + document.name();
            case INTEGRATION -> "/catalogue/integrations/" + document.name() + "/history";
            default -> document.kind().equals(HolidayCalendarPart.KIND) ? "/holiday-calendars/" + document.name() : "/catalogue";
        };
    }

    private static String detail(Document document) {
        var spec = document.spec();
        return switch (kind(document)) {
            case SERVICE -> joined(spec.path("domain"), spec.path("owner"));
            case TEAM -> spec.path("kind").asString("");
            case SCHEDULE -> joined(spec.path("team"), spec.path("domain"), spec.path("duty"));
            case INTEGRATION -> joined(spec.path("service"), spec.path("from"));
            case DOCUMENT -> document.kind();
            default -> "";
        };
    }

    private static String joined(JsonNode... parts) {
        return Stream.of(parts).map(part -> part.asString("")).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static List<String> words(Document document) {
        var words = new ArrayList<String>();
        if (document.description() != null) words.add(document.description());
        if (kind(document) == Kind.PERSON) return words;
        for (var field : List.of("owner", "domain", "service")) {
            if (document.spec().path(field).isString()) words.add(document.spec().path(field).stringValue());
        }
        document.spec().path("databases").values().forEach(database -> words.add(database.asString("")));
        document.metadata().path("labels").values().forEach(label -> words.add(label.asString("")));
        var annotations = document.metadata().path("annotations");
        if (annotations.has(SLUG)) words.add(annotations.path(SLUG).asString(""));
        return words;
    }

    private static List<String> places(Document document) {
        if (kind(document) != Kind.SERVICE) return List.of();
        var spec = document.spec();
        var links = spec.path("links").values().stream().map(link -> link.isObject() ? link.path("url") : link);
        return Stream.concat(spec.path("addresses").values().stream(), links)
                .map(place -> place.asString(""))
                .flatMap(place -> Place.read(place).stream())
                .map(Place::key)
                .distinct()
                .toList();
    }
}
