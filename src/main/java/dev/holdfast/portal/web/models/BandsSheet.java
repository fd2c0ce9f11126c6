package dev.holdfast.portal.web.models;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.http.Fault;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Policy;
import dev.holdfast.operatingmodel.PolicyPreviews;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.ReaderTime;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Makes the page on which bands are tried: the preview is the policy's own, before anything is saved. */
@Component
class BandsSheet {

    private static final Pattern BAND = Pattern.compile("exposureBands\\[(\\d+)]\\.(\\w+)");

    private final Documents documents;
    private final Policies policies;
    private final PolicyPreviews previews;
    private final Selection selection;
    private final Schedules schedules;
    private final Ownership ownership;

    BandsSheet(
            Documents documents, Policies policies, PolicyPreviews previews, Selection selection, Schedules schedules, Ownership ownership) {
        this.documents = documents;
        this.policies = policies;
        this.previews = previews;
        this.selection = selection;
        this.schedules = schedules;
        this.ownership = ownership;
    }

    BandsDraft draft(MultiValueMap<String, String> asked, ReaderTime time) {
        return BandsDraft.of(asked, policies.at(time.now()));
    }

    BandsPage page(BandsDraft draft, Viewer viewer, ReaderTime time, FormFaults others) {
        return documents.holding(() -> page(draft, viewer, time, others, documents.at(time.now())));
    }

    private BandsPage page(BandsDraft draft, Viewer viewer, ReaderTime time, FormFaults others, CatalogueView view) {
        var policy = policies.in(view);
        try {
            return page(draft, viewer, time, others, policy, effect(draft, view, policy));
        } catch (Unprocessable refused) {
            return page(draft, viewer, time, faults(refused), policy, null);
        }
    }

    private BandsPage page(
            BandsDraft draft, Viewer viewer, ReaderTime time, FormFaults faults, Policy policy, BandsPage.@Nullable Effect effect) {
        return new BandsPage(
                draft.rows().stream().map(BandsSheet::row).toList(), ModelWords.policy(policy, time), !draft.isOf(policy), ownership.mayChangeAll(viewer),
                faults, effect, draft.address("/policy/bands/confirm"), time.zone().getId());
    }

    private BandsPage.Effect effect(BandsDraft draft, CatalogueView view, Policy policy) {
        var preview = previews.of(draft.changes(policy));
        return new BandsEffect(view, policy, selection, preview, Nights.of(view, schedules.nights(view.at()), preview)).of(draft);
    }

    private static BandsPage.Row row(BandsDraft.Row row) {
        return new BandsPage.Row(row.upTo(), row.level(), Stream.of(OnCallLevel.NONE, OnCallLevel.DOMAIN, OnCallLevel.TEAM)
                .map(level -> new Choice(level.word(), level == OnCallLevel.NONE ? "nobody" : ModelWords.called(level), row.called().equals(level.word())))
                .toList());
    }

    private static FormFaults faults(Unprocessable refused) {
        return FormFaults.of(new Unprocessable(refused.faults().stream().map(BandsSheet::inForm).toList()), Map.of());
    }

    /** A fault of the document becomes one of its field: {@code upTo-1}. */
    private static Fault inForm(Fault fault) {
        var band = BAND.matcher(fault.path());
        var field = band.matches() ? band.group(2) + "-" + band.group(1) : "upTo-0";
        return Fault.at(field, fault.code(), fault.message());
    }
}
