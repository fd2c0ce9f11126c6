package dev.holdfast.portal.web.catalogue;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.portal.web.Downloads;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.truth.Check;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is declared, all of a kind, everything as a file, and how true it is. */
@Controller
class CataloguePages {

    private final CatalogueSheet sheet;
    private final TruthSheet truths;
    private final Catalogue catalogue;

    CataloguePages(CatalogueSheet sheet, TruthSheet truths, Catalogue catalogue) {
        this.sheet = sheet;
        this.truths = truths;
        this.catalogue = catalogue;
    }

    @GetMapping("/catalogue")
    String catalogue(@ModelAttribute("frame") Frame frame, Viewer viewer, Model model) {
        model.addAttribute("page", sheet.page(frame.time(), viewer));
        return "portal/catalogue";
    }

    @GetMapping("/catalogue/" + Kind.PLURALS)
    String kind(
            @ModelAttribute("frame") Frame frame,
            @PathVariable String plural,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String cursor,
            Model model) {
        model.addAttribute("page", sheet.kind(Kind.ofPlural(plural), q, cursor, frame.time()));
        return "portal/catalogueKind";
    }

    @GetMapping("/catalogue/export")
    ResponseEntity<String> export(Viewer viewer) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/yaml;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("catalogue.yaml").build().toString())
                .body(catalogue.export(viewer));
    }

    @GetMapping("/catalogue/truth")
    String truth(
            @ModelAttribute("frame") Frame frame,
            @RequestParam(defaultValue = "") String check,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer made,
            @RequestParam @Nullable Integer changed,
            Model model) {
        var done = made == null || changed == null ? null : "Applied: " + made + " made, " + changed + " changed. This is what it left open.";
        model.addAttribute("page", truths.page(check(check), cursor, done, frame.time()));
        return "portal/truth";
    }

    @GetMapping("/catalogue/truth.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute("frame") Frame frame, @RequestParam(defaultValue = "") String check) {
        return Downloads.csv("truth", truths.csv(check(check), frame.time()));
    }

    private static @Nullable Check check(String name) {
        return Arrays.stream(Check.values()).filter(check -> check.toString().equals(name)).findFirst().orElse(null);
    }
}
