package dev.holdfast.portal.web.catalogue;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Applied;
import dev.holdfast.catalogue.ImportFile;
import dev.holdfast.catalogue.Imports;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Files in: sent or pasted, looked at, applied whole. */
@Controller
class ImportPages {

    private static final String COLUMN = "column-";

    private final Imports imports;
    private final ImportSheet sheet;

    ImportPages(Imports imports, ImportSheet sheet) {
        this.imports = imports;
        this.sheet = sheet;
    }

    @GetMapping("/catalogue/import")
    String form(Model model) {
        model.addAttribute("faults", FormFaults.NONE);
        return "portal/catalogueImport";
    }

    @PostMapping("/catalogue/import")
    ModelAndView send(
            @ModelAttribute("frame") Frame frame,
            Viewer viewer,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String text)
            throws IOException {
        try {
            var sent = sent(files);
            var id = sent.isEmpty() && !text.isBlank() ? imports.keep(text, viewer) : imports.keep(sent, viewer);
            return new ModelAndView("redirect:/catalogue/import/" + id);
        } catch (Unprocessable refused) {
            return new ModelAndView("portal/catalogueImport",
                    Map.of("frame", frame, "faults", FormFaults.of(refused, Map.of("text", text))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/catalogue/import/{id}")
    String look(@PathVariable UUID id, Viewer viewer, Model model) {
        model.addAttribute("page", sheet.page(imports.look(id, viewer), null));
        return "portal/catalogueLook";
    }

    @PostMapping("/catalogue/import/{id}/columns")
    String choose(@PathVariable UUID id, @RequestParam Map<String, String> fields, Viewer viewer) {
        var chosen = fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(COLUMN))
                .collect(Collectors.toMap(field -> field.getKey().substring(COLUMN.length()), Map.Entry::getValue));
        imports.choose(id, chosen, viewer);
        return "redirect:/catalogue/import/" + id;
    }

    @PostMapping("/catalogue/import/{id}/apply")
    ModelAndView apply(@ModelAttribute("frame") Frame frame, @PathVariable UUID id, @RequestParam long revision, Viewer viewer) {
        try {
            return done(frame, imports.apply(id, revision, viewer));
        } catch (Conflict changed) {
            var page = sheet.page(imports.look(id, viewer), changed.detail() + " Below is what would change now.");
            return new ModelAndView("portal/catalogueLook", Map.of("frame", frame, "page", page), HttpStatus.CONFLICT);
        } catch (Unprocessable refused) {
            var page = sheet.page(imports.look(id, viewer), null);
            return new ModelAndView("portal/catalogueLook", Map.of("frame", frame, "page", page), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Secrets that were made are shown this once; otherwise what was applied leads to what it left open. */
    static ModelAndView done(Frame frame, Applied applied) {
        return applied.generated().isEmpty()
                ? new ModelAndView("redirect:/catalogue/truth?made=" + applied.created() + "&changed=" + applied.updated())
                : new ModelAndView("portal/catalogueSecrets", Map.of("frame", frame, "generated", applied.generated()));
    }

    private static List<ImportFile> sent(@Nullable List<MultipartFile> files) throws IOException {
        var sent = new ArrayList<ImportFile>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            if (file.isEmpty()) continue;
            var name = file.getOriginalFilename();
            sent.add(new ImportFile(name == null || name.isBlank() ? "a file" : name, file.getBytes()));
        }
        return sent;
    }
}
