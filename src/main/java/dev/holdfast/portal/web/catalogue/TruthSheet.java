package dev.holdfast.portal.web.catalogue;

import dev.holdfast.http.Csv;
import dev.holdfast.http.Limit;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.quantities.Money;
import dev.holdfast.truth.Check;
import dev.holdfast.truth.Finding;
import dev.holdfast.truth.Report;
import dev.holdfast.truth.Truth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of what is not true. */
@Component
class TruthSheet {

    private static final int FIRST = 5;
    private static final Set<Check> CALLS_NOBODY = EnumSet.of(
            Check.UNRESOLVED_OWNER, Check.DISBANDED_OWNER, Check.OWNER_LEFT, Check.WITHOUT_OWNER, Check.WITHOUT_COVER, Check.UNREACHABLE);
    private static final Set<Check> NOTES = EnumSet.of(Check.ORPHAN_DOMAIN, Check.DUPLICATE, Check.UNRESOLVED_DOMAIN);

    private final Truth truth;

    TruthSheet(Truth truth) {
        this.truth = truth;
    }

    TruthPage page(@Nullable Check chosen, @Nullable String cursor, @Nullable String done, ReaderTime time) {
        var report = truth.at(time.now());
        var groups = new ArrayList<TruthPage.Group>();
        var next = chosen == null ? null : one(report, chosen, cursor, groups);
        if (chosen == null) report.counts().keySet().forEach(check -> groups.add(first(report, check)));
        var counts = report.counts().entrySet().stream().map(entry -> count(report, entry.getKey(), entry.getValue(), chosen)).toList();
        return new TruthPage(heading(report), lede(report), done, counts, groups, next,
                "/catalogue/truth.csv" + (chosen == null ? "" : "?check=" + chosen));
    }

    Csv csv(@Nullable Check chosen, ReaderTime time) {
        var csv = new Csv("check", "kind", "name", "finding", "at risk an hour", "field", "nearest", "others");
        truth.at(time.now()).findings().stream()
                .filter(finding -> chosen == null || finding.check() == chosen)
                .forEach(finding -> csv.row(List.of(finding.check().toString(), finding.kind(), finding.name(), finding.sentence(),
                        finding.atRiskPerHour() == null ? "" : finding.atRiskPerHour().amount().toPlainString(), finding.field(),
                        finding.nearest() == null ? "" : finding.nearest(), String.join(" ", finding.others()))));
        return csv;
    }

    /** As it stands after a number: "12 without a runbook". */
    static String words(Check check, long found) {
        var one = found == 1;
        return switch (check) {
            case UNRESOLVED_OWNER -> one ? "owner that is no team" : "owners that are no teams";
            case DISBANDED_OWNER -> "disbanded and still owning";
            case OWNER_LEFT -> "whose people have all left";
            case WITHOUT_OWNER -> "without an owner";
            case WITHOUT_COVER -> "covered by nobody now";
            case UNREACHABLE -> "cannot be reached";
            case LOWER_TARGET -> "needing a lower target";
            case CYCLE -> one ? "circle" : "circles";
            case UNRESOLVED_DEPENDENCY -> "needing what is not here";
            case DATABASE_SHARED -> "sharing a database";
            case WITHOUT_EXPOSURE -> "without an exposure";
            case WITHOUT_RUNBOOK -> "without a runbook";
            case WITHOUT_TELEMETRY -> "without telemetry";
            case LEAVER -> "left and still named";
            case TEAM_WITHOUT_MEMBERS -> "without members";
            case UNRESOLVED_MEMBER -> "with members who are nobody here";
            case UNRESOLVED_DOMAIN -> "named and not here";
            case ORPHAN_DOMAIN -> "without a service";
            case DUPLICATE -> "there twice";
        };
    }

    private static @Nullable String one(Report report, Check check, @Nullable String cursor, List<TruthPage.Group> groups) {
        var page = report.page(check, cursor, Limit.of(100));
        groups.add(new TruthPage.Group(check, page.items().stream().map(TruthSheet::row).toList(), ""));
        return page.next() == null ? null : "/catalogue/truth?check=" + check + "&cursor=" + page.next();
    }

    private static TruthPage.Group first(Report report, Check check) {
        var all = report.findings().stream().filter(finding -> finding.check() == check).toList();
        return new TruthPage.Group(check, all.stream().limit(FIRST).map(TruthSheet::row).toList(),
                all.size() > FIRST ? "All " + Figures.count(all.size()) : "");
    }

    private static TruthPage.Count count(Report report, Check check, long found, @Nullable Check chosen) {
        var dearest = report.findings().stream().filter(finding -> finding.check() == check).findFirst().map(TruthSheet::atRisk).orElse("");
        return new TruthPage.Count(check, status(check), "" + found, dearest, "/catalogue/truth?check=" + check, check == chosen);
    }

    private static Status status(Check check) {
        if (CALLS_NOBODY.contains(check)) return new Status(check.heading(), Shape.DIAMOND, Tone.LOSS);
        return NOTES.contains(check) ? new Status(check.heading(), Shape.RING, Tone.QUIET) : new Status(check.heading(), Shape.TRIANGLE, Tone.CAUTION);
    }

    private static TruthPage.Row row(Finding finding) {
        return new TruthPage.Row(finding.sentence(), finding.nearest(), atRisk(finding), mend(finding), mendWords(finding));
    }

    private static String atRisk(Finding finding) {
        Money money = finding.atRiskPerHour();
        return money == null ? "" : Figures.money(money);
    }

    private static String mend(Finding finding) {
        var name = finding.name().split("/")[0];
        return switch (finding.check()) {
            case UNRESOLVED_OWNER -> finding.others().size() == 1
                    ? Kind.SERVICE.edit(finding.others().getFirst()) + "#owner" : Kind.TEAM.make() + "?name=" + name;
            case DISBANDED_OWNER -> Kind.SERVICE.edit(finding.others().getFirst()) + "#owner";
            case UNRESOLVED_DOMAIN -> Kind.DOMAIN.make() + "?name=" + name;
            case WITHOUT_COVER -> "/on-call";
            default -> Kind.of(finding.kind()).map(kind -> kind.edit(name)).orElse("/catalogue") + "#" + field(finding);
        };
    }

    private static String field(Finding finding) {
        return finding.field().substring(finding.field().indexOf('.') + 1);
    }

    private static String mendWords(Finding finding) {
        return switch (finding.check()) {
            case UNRESOLVED_OWNER -> finding.others().size() == 1 ? "Choose its owner" : "Make this team";
            case DISBANDED_OWNER -> "Choose its owner";
            case UNRESOLVED_DOMAIN -> "Describe it";
            case WITHOUT_COVER -> "See who is on call";
            default -> "Mend it here";
        };
    }

    private static String heading(Report report) {
        var found = report.findings().size();
        if (found == 0 && report.services() == 0) return "No service is described yet";
        if (found == 0) return "Nothing here is found to be untrue";
        return Figures.count(found, "thing") + (found == 1 ? " is" : " are") + " not true, or not said";
    }

    private static String lede(Report report) {
        var nobody = report.findings().stream().filter(finding -> CALLS_NOBODY.contains(finding.check())).count();
        if (report.services() == 0 && report.findings().isEmpty()) return "What is described is looked at as soon as it is there.";
        return "Among " + Figures.count(report.services(), "service") + ". " + (nobody == 0
                ? "None of it keeps somebody from being called."
                : Figures.count(nobody, "finding") + " may keep an alert from reaching whom it should; they stand first, the dearest at the top.");
    }
}
