package dev.holdfast.access.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.ledger.Entry;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.ledger.Question;
import dev.holdfast.ledger.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledger, newest entries first. It stands here because the ledger itself knows no viewer. */
@RestController
@RequestMapping("/api/v1/ledger")
class LedgerController {

    private final Ledger ledger;
    private final JsonMapper json;

    LedgerController(Ledger ledger, JsonMapper json) {
        this.ledger = ledger;
        this.json = json;
    }

    @GetMapping
    Listing<Map<String, @Nullable Object>> find(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        viewer.demand(Scope.READ);
        return ledger.find(new Question(subject, by, from, to), cursor, Limit.of(limit)).map(this::json);
    }

    @GetMapping("/verify")
    Verdict verify(Viewer viewer) {
        viewer.demand(Scope.READ);
        return ledger.verify();
    }

    private Map<String, @Nullable Object> json(Entry entry) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("sequence", entry.sequence());
        map.put("at", entry.at());
        map.put("by", entry.by());
        map.put("act", entry.act());
        map.put("subject", entry.subject());
        map.put("before", tree(entry.before()));
        map.put("after", tree(entry.after()));
        map.put("previousHash", entry.previousHash());
        map.put("hash", entry.hash());
        return map;
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }
}
