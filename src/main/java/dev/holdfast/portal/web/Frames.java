package dev.holdfast.portal.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.incidents.OpenIncidents;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.WebUtils;

/** Makes what surrounds a page: for whom it is, in which zone and theme, and with which form token. */
@Component
class Frames {

    static final String THEME = "theme";

    private final Documents documents;
    private final OpenIncidents open;
    private final Duties duties;
    private final ResourceUrlProvider assets;
    private final BaseUrl baseUrl;
    private final Clock clock;

    Frames(Documents documents, OpenIncidents open, Duties duties, ResourceUrlProvider assets, BaseUrl baseUrl, Clock clock) {
        this.documents = documents;
        this.open = open;
        this.duties = duties;
        this.assets = assets;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** In two queries, and once a minute for each reader five more: is the catalogue as before, what is open, whose turn is it, who is to rest. */
    Frame of(HttpServletRequest request, Optional<Viewer> viewer) {
        return documents.holding(() -> read(request, viewer));
    }

    private Frame read(HttpServletRequest request, Optional<Viewer> viewer) {
        var now = clock.instant();
        var view = documents.at(now);
        var person = viewer.map(Viewer::person).flatMap(name -> view.person(new PersonName(name)));
        var zone = person.map(Person::zone).orElseGet(() -> view.calendar().zone());
        var time = new ReaderTime(zone, now);
        return new Frame(
                viewer.map(it -> who(it, person, view, time)).orElse(null), time, theme(request), token(request),
                viewer.isPresent() ? open.count() : 0, !baseUrl.isProtected() && !isLocal(request), this::asset);
    }

    /** What can be made of a frame while the database cannot be reached. */
    Frame bare(HttpServletRequest request) {
        return new Frame(null, new ReaderTime(ZoneOffset.UTC, clock.instant()), theme(request), token(request), 0, false, this::asset);
    }

    private Frame.Who who(Viewer viewer, Optional<Person> person, CatalogueView view, ReaderTime time) {
        var name = person.map(Person::shown).orElse(viewer.account());
        return new Frame.Who(viewer.account(), name, duties.of(viewer, view, time), Avatar.initialsOf(name), viewer.isAdmin());
    }

    private static @Nullable String theme(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, THEME);
        return cookie != null && (cookie.getValue().equals("light") || cookie.getValue().equals("dark")) ? cookie.getValue() : null;
    }

    private static Frame.Token token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Frame.Token(token.getParameterName(), token.getToken())
                : new Frame.Token("_csrf", "");
    }

    /** On this very machine nobody listens between. */
    private static boolean isLocal(HttpServletRequest request) {
        return request.getServerName().equals("localhost") || request.getServerName().equals("127.0.0.1");
    }

    private String asset(String path) {
        var address = assets.getForLookupPath(path);
        return address == null ? path : address;
    }
}
