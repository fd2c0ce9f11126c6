package dev.holdfast.oncall.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.Fault;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.oncall.Proposal;
import dev.holdfast.oncall.DomainProposals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Schedules that are proposed for domains: confirmed with an order of people, or dismissed with a reason. */
@RestController
@RequestMapping("/api/v1/on-call/proposals")
class DomainProposalApi {

    private static final int LONGEST = 2_000;

    private final DomainProposals proposals;

    DomainProposalApi(DomainProposals proposals) {
        this.proposals = proposals;
    }

    @GetMapping
    ProposalListing list(Viewer viewer) {
        viewer.demand(Scope.READ);
        return new ProposalListing(proposals.all().stream().map(ProposalAnswer::of).toList(), null);
    }

    @PostMapping("/{id}/confirm")
    ProposalAnswer confirm(@PathVariable String id, @RequestBody ConfirmBody body, Viewer viewer) {
        return ProposalAnswer.of(proposals.confirm(id, body.read(), viewer));
    }

    @PostMapping("/{id}/dismiss")
    ProposalAnswer dismiss(@PathVariable String id, @RequestBody DismissBody body, Viewer viewer) {
        return ProposalAnswer.of(proposals.dismiss(id, body.read(), viewer));
    }

    record ConfirmBody(@Nullable List<@Nullable String> people) {

        List<PersonName> read() {
            if (people == null) throw Unprocessable.of("people", "REQUIRED", "people is required, in their order.");
            var faults = new ArrayList<Fault>();
            var named = new ArrayList<PersonName>();
            for (var index = 0; index < people.size(); index++) {
                var name = people.get(index);
                if (name == null || name.isBlank()) {
                    faults.add(Fault.at("people[" + index + "]", "REQUIRED", "A person has a name."));
                } else {
                    named.add(new PersonName(name));
                }
            }
            if (!faults.isEmpty()) throw new Unprocessable(faults);
            return named;
        }
    }

    record DismissBody(@Nullable String reason) {

        String read() {
            if (reason == null || reason.isBlank()) throw Unprocessable.of("reason", "REQUIRED", "reason is required.");
            if (reason.length() > LONGEST) throw Unprocessable.of("reason", "OUT_OF_RANGE", "A reason has at most %d characters.".formatted(LONGEST));
            return reason.strip();
        }
    }

    record ProposalListing(List<ProposalAnswer> items, @Nullable String next) {}

    record ProposalAnswer(
            String id,
            DomainName domain,
            List<Proposal.Need> because,
            List<Proposal.Warning> warnings,
            ObjectNode schedule,
            String state,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String made,
            @Nullable String reason) {

        static ProposalAnswer of(Proposal proposal) {
            var decided = proposal.decided();
            return new ProposalAnswer(
                    proposal.id(),
                    proposal.domain(),
                    proposal.because(),
                    proposal.warnings(),
                    proposal.schedule(),
                    proposal.state().name().toLowerCase(Locale.ROOT),
                    decided == null ? null : decided.by(),
                    decided == null ? null : decided.at(),
                    decided == null ? null : decided.made(),
                    decided == null ? null : decided.reason());
        }
    }
}
