package dev.holdfast.portal.web.frame;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.http.Limit;
import dev.holdfast.search.Hit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search for programs. */
@RestController
class SearchController {

    private final Finding finding;
    private final BaseUrl baseUrl;
    private final Clock clock;

    SearchController(Finding finding, BaseUrl baseUrl, Clock clock) {
        this.finding = finding;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** The nearest first; {@code didYouMean} where a word of it stands nowhere. */
    record Answer(List<Item> items, @Nullable String didYouMean, List<Owner> owners) {}

    /** @param match how near it is: exact, beginning, named, mentioned, near */
    record Item(String kind, String name, @Nullable String title, String detail, String match, @Nullable Instant at, String url) {}

    /** The service that alerts with the labels that were asked for go to. */
    record Owner(String service, String why, String url) {}

    @GetMapping("/api/v1/search")
    Answer search(Viewer viewer, @RequestParam String q, @RequestParam(required = false) @Nullable Integer limit) {
        viewer.demand(Scope.READ);
        var findings = finding.of(q, clock.instant(), Limit.of(limit).most());
        return new Answer(
                findings.found().hits().stream().map(this::item).toList(),
                findings.found().meant(),
                findings.answers().stream().map(this::owner).toList());
    }

    private Item item(Hit hit) {
        var found = hit.found();
        return new Item(
                found.kind().word(), found.name(), found.title(), found.detail(), hit.match().name().toLowerCase(Locale.ROOT),
                found.at(), baseUrl.of(found.address()).toString());
    }

    private Owner owner(Finding.Answer answer) {
        return new Owner(answer.service().value(), answer.why(), baseUrl.of("/services/" + answer.service()).toString());
    }
}
