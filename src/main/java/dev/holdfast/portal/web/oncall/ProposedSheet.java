package dev.holdfast.portal.web.oncall;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.oncall.Proposal;
import dev.holdfast.oncall.DomainProposals;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the schedules that are proposed, and takes what people decide about them. */
@Component
public class ProposedSheet {

    private static final String ORDER = "order.";
    private static final int NAMED = 3;

    private final DomainProposals proposals;
    private final Documents documents;

    ProposedSheet(DomainProposals proposals, Documents documents) {
        this.proposals = proposals;
        this.documents = documents;
    }

    /** Those that wait for somebody, of one domain or of all. */
    public List<Proposed> open(Viewer viewer, @Nullable DomainName domain, ReaderTime time) {
        var view = documents.at(time.now());
        return proposals.open(time.now()).stream()
                .filter(proposal -> domain == null || proposal.domain().equals(domain))
                .map(proposal -> shown(proposal, view, viewer, time))
                .toList();
    }

    DomainName confirm(String id, Map<String, String> fields, Viewer viewer) {
        return proposals.confirm(id, order(fields), viewer).domain();
    }

    DomainName dismiss(String id, Map<String, String> fields, Viewer viewer) {
        return proposals.dismiss(id, new Form(fields).required("reason", "Say why not"), viewer).domain();
    }

    private static List<PersonName> order(Map<String, String> fields) {
        record Numbered(int place, String person) {}
        var numbered = new ArrayList<Numbered>();
        fields.forEach((field, typed) -> {
            if (!field.startsWith(ORDER) || field.length() == ORDER.length() || typed.isBlank()) return;
            if (!typed.strip().matches("[0-9]{1,3}")) {
                throw Unprocessable.of(field, "MALFORMED", "A place in the order is a number: 1 is first");
            }
            numbered.add(new Numbered(Integer.parseInt(typed.strip()), field.substring(ORDER.length())));
        });
        return numbered.stream()
                .sorted(Comparator.comparingInt(Numbered::place).thenComparing(Numbered::person))
                .map(each -> new PersonName(each.person()))
                .toList();
    }

    private Proposed shown(Proposal proposal, CatalogueView view, Viewer viewer, ReaderTime time) {
        var names = new Names(view);
        var turns = new ArrayList<Proposed.Turn>();
        for (var person : proposal.people()) {
            var teams = view.teamsOf(person).stream().map(team -> team.shown()).sorted().collect(Collectors.joining(", "));
            turns.add(new Proposed.Turn(person.value(), names.of(person) + (teams.isEmpty() ? "" : ", " + teams), String.valueOf(turns.size() + 1)));
        }
        return new Proposed(
                proposal.id(), "/domains/" + proposal.domain(), view.domain(proposal.domain()).map(Domain::shown).orElse(proposal.domain().value()),
                because(proposal, time), proposal.warnings().stream().map(ProposedSheet::warning).toList(), rhythm(proposal), turns,
                proposals.mayDecide(viewer, proposal.domain()));
    }

    private static String because(Proposal proposal, ReaderTime time) {
        var services = proposal.because();
        var named = services.stream().limit(NAMED).map(need -> need.service().value()).collect(Collectors.joining(", "));
        var others = services.size() > NAMED ? " and %d more".formatted(services.size() - NAMED) : "";
        var since = services.getFirst().since();
        var when = since.isAfter(time.now()) ? "from " + time.full(since) : "since " + time.full(since);
        return "answers out of hours for " + named + others + ", " + when + ", and has no schedule. Until one is confirmed the fallback chain is called.";
    }

    private static String rhythm(Proposal proposal) {
        var start = LocalDateTime.parse(proposal.schedule().path("layers").path(0).path("start").asString());
        return "A week each, from %s at %s".formatted(start.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK), start.toLocalTime());
    }

    private static String warning(Proposal.Warning warning) {
        return switch (warning) {
            case GROUPED_BY_REGION -> "Grouped by region: whoever is on call has to know services that have little in common.";
            case GROUPED_BY_TOOL -> "Grouped by a tool or language: whoever is on call has to know services that have little in common.";
            case FEW_PARTICIPANTS -> "Fewer than three people: each is on call too often. Ask more of the teams to take part.";
            case UNREACHABLE -> "Somebody has no way to be reached yet: their turns would go to the next.";
        };
    }
}
