package dev.holdfast.portal.web.audit;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages of the audit: one as most are, and their extremes. */
public final class SomeAudits {

    private static final String LONG = "appointments-and-consultations-in-the-shops-of-the-north-1";
    private static final String HASH = "9f3c2b1a0d4e5f60718293a4b5c6d7e8f9012345";
    private static final Status FINDING = new Status("without a change", Shape.DIAMOND, Tone.LOSS);
    private static final AuditPage.Files FILES =
            new AuditPage.Files("/api/v1/audit?format=csv", "/api/v1/audit/bundle", "java -jar holdfast.jar verify-bundle audit.zip --keys holdfast-keys.json");

    private SomeAudits() {}

    /** Each with its template. */
    public static Map<String, Object> pages() {
        var pages = new LinkedHashMap<String, Object>();
        pages.put("audit", rows());
        pages.put("audit-none", new AuditPage(
                "Nothing was deployed", "25 Aug 2026 to 22 Nov 2026, the whole organisation.", filter("/audit", true), periods(), List.of(), List.of(), List.of(), null,
                List.of(), FILES, null, null, true));
        pages.put("auditControls", controls());
        pages.put("auditSample", new SamplePage(
                "2 drawn of 41", "25 Aug 2026 to 22 Nov 2026, the service " + LONG, filter("/audit/sample", false), "25", "-9223372036854775808",
                "The period is not over: what is deployed until its end may change the draw. End it on a day that is past.", lines(), "/audit/sample.csv",
                "/audit/sample?seed=8", "Without a change"));
        pages.put("auditSample-none", new SamplePage(
                "Nothing to draw from", "1 Jan 2020 to 2 Jan 2020, the whole organisation.", filter("/audit/sample", false), "25", "7", null, List.of(),
                "/audit/sample.csv", "/audit/sample?seed=8", ""));
        pages.put("auditVersions", versions());
        pages.put("auditVersions-none", new VersionsPage(
                "Which version is where", "0 services", filter("/audit/versions", false), "", false, List.of(), List.of(), "/audit/versions.csv", null, null));
        pages.put("auditCommits", commits());
        pages.put("auditCommits-none", new CommitsPage(
                "Commits between two versions", "Or between what was live at two instants.", new CommitsPage.Asked("", "production", "", "", "", ""), null));
        return pages;
    }

    private static AuditFilter filter(String action, boolean further) {
        var views = List.of(
                new Choice("/audit", "Deployments", action.equals("/audit")), new Choice("/audit/controls", "Controls", action.endsWith("controls")),
                new Choice("/audit/sample", "Sample", action.endsWith("sample")), new Choice("/audit/versions", "Versions", action.endsWith("versions")));
        return new AuditFilter(
                views, action, further ? LONG : "", "", "", "", "2026-08-25", "2026-11-22", "", further, !action.endsWith("versions"), action, further);
    }

    private static List<Choice> periods() {
        return List.of(new Choice("/audit?days=30", "30 days", false), new Choice("/audit?days=90", "90 days", true));
    }

    private static AuditPage rows() {
        var counts = List.of(
                new AuditPage.Count("Deployed", "1,234,567", "", "all attempts that began in the period", null, "/audit"),
                new AuditPage.Count("With findings", "2", "of 1,234,567", "evidence is missing or speaks against them", Tone.CAUTION, "/audit?only=with-gaps"),
                new AuditPage.Count("Asked the gate", "0", "of 1,234,567", "1,234,567 never asked", null, null));
        return new AuditPage(
                "1,234,567 production deployments, 2 with findings", "25 Aug 2026 to 22 Nov 2026, services of team " + LONG + " as they are today.",
                filter("/audit", true), periods(), counts,
                List.of(
                        new AuditPage.Finding("Without a change", "There is no change by which it went.", "2", "/audit?only=no-change"),
                        new AuditPage.Finding("Approval overdue", "An emergency that went first, and was not approved in time afterwards.", "0", null)),
                List.of(new AuditPage.Group("By kind of change", counts)),
                new AuditPage.Shown("Without a change", "There is no change by which it went.", "2 of 1,234,567", "/audit"), lines(), FILES, "/audit", "/audit?cursor=x", false);
    }

    private static List<AuditLine> lines() {
        return List.of(
                new AuditLine("Tue 24 Nov", "03:02", "4 minutes", "bedroom", "1.418", "Ann Holt, Ben Okafor and 2 more", "Dan Wu", "Ann Holt", "Cora Quist",
                        "bedroom-release, revision 3", "CHG-1041", "standard", new Status("let through", Shape.CHECK, Tone.SAFE), "pre approved",
                        new Status("succeeded", Shape.CHECK, Tone.QUIET), List.of(), new AuditLine.Entry("#9120", "/api/v1/ledger")),
                new AuditLine(null, "Tue 24 Nov 01:17", "", LONG, HASH, "", "", "", "", "", null, "", new Status("never asked", Shape.RING, Tone.QUIET), "",
                        new Status("taken back", Shape.BACK, Tone.LOSS), List.of(FINDING, new Status("reviewed by its author", Shape.TRIANGLE, Tone.CAUTION)), null));
    }

    private static ControlsPage controls() {
        return new ControlsPage(
                "1 of 6 controls have exceptions", "25 Aug 2026 to 22 Nov 2026, the whole organisation.", filter("/audit/controls", false),
                List.of(new ControlsPage.Standard("PCI-DSS 4.0.1", "pci", "Requirement 6.5.", List.of(
                        new ControlsPage.Row("6.5.1 Changes are made by an agreed procedure", "Each change has its reason.", "The change by which it went.", "The impact on security.",
                                "1,234,565 of 1,234,567", new Status("2 exceptions", Shape.TRIANGLE, Tone.CAUTION), "/audit?only=undocumented"),
                        new ControlsPage.Row("6.5.4 Roles are separated", "Nobody plays both parts.", "Authors and reviewers.", "Who can reach production.", "–",
                                new Status("nothing to show", Shape.RING, Tone.QUIET), null)))),
                "/audit/controls.csv", FILES);
    }

    private static VersionsPage versions() {
        var environments = List.of("production", "acceptance", "staging-of-the-north-and-the-west", "integration", "development", "performance", "training");
        var cells = new ArrayList<VersionsPage.@Nullable Cell>();
        environments.forEach(each -> cells.add(new VersionsPage.Cell(HASH, "Tue 3 Nov 12:04", "CHG-1041", "without a change", "1.420", "/audit/commits")));
        cells.set(1, null);
        return new VersionsPage(
                "Which version was where at Tue 3 Nov 12:00", "5,000 services, the whole organisation.", filter("/audit/versions", false), "2026-11-03T12:00", true,
                environments, List.of(new VersionsPage.Row("bedroom", cells), new VersionsPage.Row(LONG, cells)), "/audit/versions.csv", "/audit/versions",
                "/audit/versions?after=x");
    }

    private static CommitsPage commits() {
        return new CommitsPage(
                "2 commits of " + LONG, "From 1.417 to " + HASH + ", by when their builds were made; the latest first.",
                new CommitsPage.Asked(LONG, "production", "1.417", HASH, "2026-11-01T09:00", ""),
                new CommitsPage.Found(
                        List.of(
                                new CommitsPage.Build(HASH, "Tue 3 Nov 12:00", "tests passed", List.of(
                                        new CommitsPage.Commit("9f3c2b1a0d", "Accept both certificates until the first of December", "Ann Holt", ""))),
                                new CommitsPage.Build("1.418", "Mon 2 Nov 16:00", "tests not told", List.of())),
                        false, "/audit/commits.csv", "1,204 commits more in the CSV"));
    }
}
