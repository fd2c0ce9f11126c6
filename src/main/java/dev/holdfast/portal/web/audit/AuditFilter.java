package dev.holdfast.portal.web.audit;

import dev.holdfast.catalogue.ServiceScope;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.portal.web.Choice;
import java.util.List;

/**
 * What stands above every page of the audit: its views, and the fields by which the population is chosen.
 *
 * @param action where the fields lead
 * @param only what alone is shown, carried along; empty for everything
 * @param further whether fields are used that are folded away at first
 * @param period whether the page is about a period
 */
public record AuditFilter(
        List<Choice> views, String action, String service, String team, String domain, String environment, String from, String to, String only, boolean further,
        boolean period, String clear, boolean narrows) {

    static AuditFilter of(AuditAsked asked, View view) {
        var views = List.of(
                new Choice(asked.address("/audit"), "Deployments", view == View.ROWS),
                new Choice(asked.only(null).address("/audit/controls"), "Controls", view == View.CONTROLS),
                new Choice(asked.address("/audit/sample"), "Sample", view == View.SAMPLE),
                new Choice(asked.scoped("/audit/versions"), "Versions", view == View.VERSIONS));
        var scope = asked.scope();
        var clear = asked.in(ServiceScope.of("", "", ""), Deployment.PRODUCTION);
        return new AuditFilter(
                views, view.path(), scope.service(), scope.team(), scope.domain(), asked.isProduction() ? "" : asked.environment(), asked.from().toString(),
                asked.to().toString(), asked.only() == null ? "" : asked.only().word(), !scope.team().isEmpty() || !scope.domain().isEmpty() || !asked.isProduction(),
                view != View.VERSIONS, clear.address(view.path()), !asked.isOfAll());
    }
}
