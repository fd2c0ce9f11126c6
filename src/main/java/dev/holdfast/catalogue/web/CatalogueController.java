package dev.holdfast.catalogue.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Applied;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.http.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The declaration as one file, in and out. */
@RestController
@RequestMapping("/api/v1/catalogue")
class CatalogueController {

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Not as a form, which curl says unless told otherwise: its body would be taken for parameters, and the file be empty. */
    @PostMapping(path = "/apply", consumes = "!application/x-www-form-urlencoded")
    Applied apply(HttpServletRequest request, @RequestParam(defaultValue = "false") boolean dryRun, Viewer viewer)
            throws IOException {
        viewer.demand(Scope.CATALOGUE);
        return catalogue.apply(file(request), viewer, dryRun);
    }

    @GetMapping("/export")
    ResponseEntity<String> export(Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
                .body(catalogue.export(viewer));
    }

    private static byte[] file(HttpServletRequest request) throws IOException {
        var file = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (file.length > MOST_BYTES) {
            throw new TooLarge(MOST_BYTES);
        }
        return file;
    }
}
