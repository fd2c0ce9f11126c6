package dev.holdfast.paging.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.paging.Suppressed;
import dev.holdfast.paging.SuppressedCallouts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The callouts that are held, who will be called and what it costs meanwhile. */
@RestController
class SuppressedController {

    private final SuppressedCallouts suppressed;

    SuppressedController(SuppressedCallouts suppressed) {
        this.suppressed = suppressed;
    }

    @GetMapping("/api/v1/on-call/suppressed")
    Listing<Suppressed> list(
            Viewer viewer, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        return suppressed.list(Limit.of(limit), Cursor.decode(cursor).orElse(null));
    }
}
