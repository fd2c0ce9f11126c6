package dev.holdfast.subscriptions;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.http.Unprocessable;

/** Of what part of the organisation somebody hears, in the words in which measures are asked. */
final class Scopes {

    static final String ORGANISATION = "organisation";
    static final String DOMAIN = "domain:";
    static final String TEAM = "team:";
    static final String SERVICE = "service:";

    private Scopes() {}

    static void demandKnown(String scope, CatalogueView view) {
        if (scope.equals(ORGANISATION)) return;
        var name = scope.substring(scope.indexOf(':') + 1);
        var known = !name.isBlank() && (scope.startsWith(SERVICE) && view.service(new ServiceName(name)).isPresent()
                || scope.startsWith(DOMAIN) && view.domain(new DomainName(name)).isPresent()
                || scope.startsWith(TEAM) && view.team(new TeamName(name)).isPresent());
        if (!known) {
            throw Unprocessable.of("scope", "UNKNOWN_REFERENCE", "There is no “%s”: a scope is organisation, domain:…, team:… or service:….".formatted(scope));
        }
    }
}
