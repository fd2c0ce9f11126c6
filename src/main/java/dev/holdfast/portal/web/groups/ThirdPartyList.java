package dev.holdfast.portal.web.groups;

import static dev.holdfast.portal.web.groups.GroupList.Cell;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.BlastRadius;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Dependency;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ThirdParty;
import dev.holdfast.http.Csv;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Risks;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.quantities.Money;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Makes the list of third parties: those that are described, and those that services only name; from memory. */
@Component
class ThirdPartyList {

    private final Documents documents;
    private final Risks risks;

    ThirdPartyList(Documents documents, Risks risks) {
        this.documents = documents;
        this.risks = risks;
    }

    /** What is known of one; not a third party of the catalogue where no document describes it. */
    record Known(String name, @Nullable ThirdParty described, int needing, @Nullable Money atRisk) {

        String shown() {
            return described == null || described.title() == null ? "" : described.title();
        }

        Optional<String> contact() {
            return Optional.ofNullable(described).map(ThirdParty::contact);
        }
    }

    GroupList page(ListFilter filter, Viewer viewer, ReaderTime time) {
        var view = documents.at(time.now());
        var all = all(view);
        var found = filter.found(all, Known::name, Known::shown);
        var cut = filter.cut(found, Known::name);
        return new GroupList(
                "Third parties", filter.path(), GroupWords.listed(found.size(), all.size(), "third party"), filter.words(), null,
                List.of(new GroupList.Head("Third party", false, false), new GroupList.Head("Contact", false, true), new GroupList.Head("Services", true, false),
                        new GroupList.Head("At risk an hour", true, false)),
                cut.shown().stream().map(ThirdPartyList::row).toList(), all.isEmpty(),
                "A third party is somebody outside on whom a service depends. Its card says how to raise an incident there.", viewer.isAdmin() ? "/catalogue" : null,
                filter.csv(), cut.next());
    }

    Csv csv(ListFilter filter, ReaderTime time) {
        var csv = new Csv("third party", "title", "contact", "services", "at risk an hour", "currency");
        for (var party : filter.found(all(documents.at(time.now())), Known::name, Known::shown)) {
            csv.row(List.of(
                    party.name(), party.shown(), party.contact().orElse(""), String.valueOf(party.needing()),
                    party.atRisk() == null ? "" : party.atRisk().rounded().amount().toPlainString(),
                    party.atRisk() == null ? "" : party.atRisk().currency().getCurrencyCode()));
        }
        return csv;
    }

    private List<Known> all(CatalogueView view) {
        var radius = view.radius();
        var named = view.services().stream().flatMap(service -> service.dependsOn().stream()).map(Dependency::thirdParty).filter(Objects::nonNull);
        return Stream.concat(view.thirdParties().stream().map(ThirdParty::name), named).distinct().map(name -> known(view, radius, name)).toList();
    }

    private Known known(CatalogueView view, BlastRadius radius, String name) {
        var needing = view.services().stream().filter(service -> ThirdPartySheet.dependency(service, name) != null).count();
        var atRisk = OwnedServices.together(radius.ofThirdParty(name).stream().map(hit -> risks.of(view, hit.service())).toList());
        return new Known(name, view.thirdParty(name).orElse(null), (int) needing, atRisk);
    }

    private static GroupList.Row row(Known party) {
        var contact = party.contact().map(Cell::of).orElseGet(() -> Cell.of(new Status("missing", Shape.TRIANGLE, Tone.CAUTION)));
        return new GroupList.Row(
                party.shown().isEmpty() ? party.name() : party.shown(), "/third-parties/" + UriUtils.encodePathSegment(party.name(), UTF_8),
                party.shown().isEmpty() ? "" : party.name(),
                List.of(contact, Cell.of(String.valueOf(party.needing())), Cell.of(party.atRisk() == null ? "–" : Figures.money(party.atRisk()))));
    }
}
