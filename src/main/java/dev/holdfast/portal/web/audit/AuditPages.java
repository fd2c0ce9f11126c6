package dev.holdfast.portal.web.audit;

import dev.holdfast.access.Viewer;
import dev.holdfast.portal.web.Downloads;
import dev.holdfast.portal.web.Frame;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit; what is asked stands in the address (C8). */
@Controller
class AuditPages {

    private final AuditSheet rows;
    private final ControlsSheet controls;
    private final SampleSheet sample;
    private final VersionsSheet versions;
    private final CommitsSheet commits;

    AuditPages(AuditSheet rows, ControlsSheet controls, SampleSheet sample, VersionsSheet versions, CommitsSheet commits) {
        this.rows = rows;
        this.controls = controls;
        this.sample = sample;
        this.versions = versions;
        this.commits = commits;
    }

    @GetMapping("/audit")
    String rows(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> asked, Model model) {
        model.addAttribute("page", rows.page(asked, viewer, frame.time()));
        return "portal/audit";
    }

    @GetMapping("/audit/controls")
    String controls(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> asked, Model model) {
        model.addAttribute("page", controls.page(asked, viewer, frame.time()));
        return "portal/auditControls";
    }

    @GetMapping("/audit/controls.csv")
    ResponseEntity<byte[]> controlsCsv(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> asked) {
        return Downloads.csv("controls", controls.csv(asked, viewer, frame.time()));
    }

    @GetMapping("/audit/sample")
    String sample(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> asked, Model model) {
        model.addAttribute("page", sample.page(asked, viewer, frame.time()));
        return "portal/auditSample";
    }

    @GetMapping("/audit/versions")
    String versions(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> asked, Model model) {
        model.addAttribute("page", versions.page(asked, viewer, frame.time()));
        return "portal/auditVersions";
    }

    @GetMapping("/audit/versions.csv")
    ResponseEntity<byte[]> versionsCsv(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> asked) {
        return Downloads.csv("versions", versions.csv(asked, viewer, frame.time()));
    }

    @GetMapping("/audit/commits")
    String commits(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> asked, Model model) {
        model.addAttribute("page", commits.page(asked, viewer, frame.time()));
        return "portal/auditCommits";
    }

    @GetMapping("/audit/commits.csv")
    ResponseEntity<byte[]> commitsCsv(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> asked) {
        return Downloads.csv("commits", commits.csv(asked, viewer, frame.time()));
    }
}
