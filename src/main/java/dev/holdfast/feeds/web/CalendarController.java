package dev.holdfast.feeds.web;

import dev.holdfast.feeds.Feeds;
import dev.holdfast.keys.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** What calendars read, without a session: the address is the secret. */
@Controller
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Feeds feeds;

    CalendarController(Feeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping("/feeds/{secret}.ics")
    @Nullable ResponseEntity<byte[]> read(@PathVariable String secret, WebRequest request) {
        var file = feeds.read(secret);
        if (file.isEmpty()) return ResponseEntity.notFound().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        var tag = "\"" + tag(file.get()) + "\"";
        if (request.checkNotModified(tag)) return null;
        return ResponseEntity.status(HttpStatus.OK)
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(tag)
                .header("X-Robots-Tag", "noindex")
                .body(file.get());
    }

    private static String tag(byte[] file) {
        return new BigInteger(1, Sha256.of(file)).toString(36);
    }
}
