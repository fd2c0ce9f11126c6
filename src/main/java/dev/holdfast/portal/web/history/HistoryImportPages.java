package dev.holdfast.portal.web.history;

import dev.holdfast.access.Viewer;
import dev.holdfast.history.HistoryImport;
import dev.holdfast.history.HistoryImports;
import dev.holdfast.history.Kind;
import dev.holdfast.history.Mapping;
import dev.holdfast.http.Csv;
import dev.holdfast.http.Malformed;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.portal.web.Downloads;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** History in: sent, mapped with its first rows beside, started and followed. */
@Controller
class HistoryImportPages {

    private static final int LATEST = 20;
    private static final String COLUMN = "column-";
    private static final String COMMON = "common-";
    private static final String REFRESH = "2";

    private final HistoryImports imports;

    HistoryImportPages(HistoryImports imports) {
        this.imports = imports;
    }

    @GetMapping("/imports")
    ModelAndView form(@ModelAttribute("frame") Frame frame, Viewer viewer) {
        return sheet(frame, viewer, FormFaults.NONE, HttpStatus.OK);
    }

    @PostMapping("/imports")
    ModelAndView send(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        try {
            var chosen = Kind.of(kind).orElseThrow(() -> Unprocessable.of("kind", "UNKNOWN_VALUE", "Say what its rows are."));
            if (file == null || file.isEmpty()) throw Unprocessable.of("file", "REQUIRED", "Choose a file with rows.");
            return to(imports.keep(new HistoryImports.Sent(chosen, file.getOriginalFilename(), file.getBytes()), viewer));
        } catch (Unprocessable refused) {
            return sheet(frame, viewer, FormFaults.of(refused, Map.of("kind", kind)), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Malformed unreadable) {
            return sheet(frame, viewer, FormFaults.of("file", unreadable.detail(), Map.of("kind", kind)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/imports/{id}")
    String look(@ModelAttribute("frame") Frame frame, @PathVariable UUID id, Viewer viewer, HttpServletResponse response, Model model) {
        var found = imports.find(id, viewer);
        if (found.state() == HistoryImport.State.WAITING) {
            model.addAttribute("page", MappingSheet.page(imports.look(id, viewer)));
            return "portal/historyMapping";
        }
        if (!found.isOver()) response.setHeader("Refresh", REFRESH);
        model.addAttribute("page", HistoryImportPage.of(found, frame.time()));
        return "portal/historyImport";
    }

    @PostMapping("/imports/{id}/mapping")
    ModelAndView choose(@PathVariable UUID id, @RequestParam Map<String, String> fields, Viewer viewer) {
        imports.choose(id, mapping(fields), viewer);
        return to(id);
    }

    @PostMapping("/imports/{id}/start")
    ModelAndView start(@PathVariable UUID id, Viewer viewer) {
        return to(imports.begin(id, viewer));
    }

    @GetMapping("/imports/{id}/faults.csv")
    ResponseEntity<byte[]> faults(@PathVariable UUID id, Viewer viewer) {
        var list = new Csv("row", "column", "code", "message");
        imports.find(id, viewer).faults().forEach(fault ->
                list.row(List.of(fault.row(), Objects.requireNonNullElse(fault.column(), ""), fault.code(), fault.message())));
        return Downloads.csv("faults", list);
    }

    /** What all rows have in common goes before a column. */
    private static Mapping mapping(Map<String, String> fields) {
        var said = new HashMap<String, String>();
        fields.forEach((name, value) -> {
            if (name.startsWith(COLUMN)) said.putIfAbsent(name.substring(COLUMN.length()), value);
            if (name.startsWith(COMMON) && !value.isBlank()) said.put(name.substring(COMMON.length()), "=" + value.strip());
        });
        for (var name : List.of(Mapping.TIME_ZONE, Mapping.TIME_FORMAT)) {
            if (!fields.getOrDefault(name, "").isBlank()) said.put(name, fields.getOrDefault(name, "").strip());
        }
        return new Mapping(said);
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:/imports/" + id);
    }

    private ModelAndView sheet(Frame frame, Viewer viewer, FormFaults faults, HttpStatus status) {
        var latest = imports.latest(viewer, LATEST).stream().map(found -> HistoryImportPage.of(found, frame.time())).toList();
        return new ModelAndView("portal/historyImports", Map.of("frame", frame, "page", new HistoryImportsPage(latest, faults)), status);
    }
}
