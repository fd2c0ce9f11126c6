package dev.holdfast.feeds;

import dev.holdfast.http.BaseUrl;
import java.net.URI;
import java.time.Instant;

/** A shift, a meeting or something planned, as a calendar shows it. */
record FeedEvent(String uid, Instant from, Instant to, String summary, String description, String url) {

    /** An id that no other installation gives. */
    static String idOf(String id, BaseUrl baseUrl) {
        var host = URI.create(baseUrl.toString()).getHost();
        return id + "@" + (host == null ? "holdfast" : host);
    }
}
