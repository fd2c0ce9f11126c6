package dev.holdfast.history.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.holdfast.access.Viewer;
import dev.holdfast.history.HistoryImport;
import dev.holdfast.history.HistoryImports;
import dev.holdfast.history.Kind;
import dev.holdfast.history.Mapping;
import dev.holdfast.history.RowFault;
import dev.holdfast.http.Malformed;
import dev.holdfast.http.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lists of the past as CSV, and how far they are. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportsApi {

    private static final TypeReference<Map<String, String>> MAPPING = new TypeReference<>() {};

    private final HistoryImports imports;
    private final JsonMapper json;

    ImportsApi(HistoryImports imports, JsonMapper json) {
        this.imports = imports;
        this.json = json;
    }

    /** @param faults the first thousand; {@code faulty} rows have some */
    record ImportView(
            UUID id, Kind kind, HistoryImport.State state, int rows, int done, @JsonProperty("new") int made, int known, int faulty, List<RowFault> faults) {

        static ImportView of(HistoryImport found) {
            return new ImportView(
                    found.id(), found.kind(), found.state(), found.rows(), found.done(), found.made(), found.known(), found.faulty(), found.faults());
        }
    }

    @PostMapping(path = "/{kind}", consumes = {"text/csv", "text/plain", "text/tab-separated-values", "application/octet-stream"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView send(
            @PathVariable String kind, @RequestParam @Nullable String mapping, @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) byte @Nullable [] body, Viewer viewer) {
        var sent = new HistoryImports.Sent(
                Kind.of(kind).orElseThrow(() -> new NotFound("Nothing is imported as " + kind + ".")), null, body == null ? new byte[0] : body);
        return ImportView.of(dryRun ? imports.check(sent, mapping(mapping), viewer) : imports.start(sent, mapping(mapping), viewer));
    }

    @GetMapping("/{id}")
    ImportView one(@PathVariable UUID id, Viewer viewer) {
        return ImportView.of(imports.find(id, viewer));
    }

    private Mapping mapping(@Nullable String text) {
        if (text == null || text.isBlank()) return Mapping.NONE;
        try {
            var said = json.readValue(text, MAPPING);
            if (said == null || said.values().stream().anyMatch(Objects::isNull)) throw new Malformed("A mapping names a column for each fact.");
            return new Mapping(said);
        } catch (JacksonException unreadable) {
            throw new Malformed("mapping is not JSON such as {\"service\": \"Application\"}.");
        }
    }
}
