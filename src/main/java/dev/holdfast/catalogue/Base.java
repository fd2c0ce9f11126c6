package dev.holdfast.catalogue;

import dev.holdfast.http.Conflict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody had before them when they decided: nothing is applied where it has changed since. */
public record Base(@Nullable Long revision, Document.@Nullable Key key, int version) {

    static final Base ANY = new Base(null, null, 0);

    /** The whole catalogue as it stood. */
    public static Base revision(long revision) {
        return new Base(revision, null, 0);
    }

    /** One document; version 0 where there was none. */
    public static Base version(String kind, String name, int version) {
        return new Base(null, new Document.Key(kind, name), version);
    }

    /** @throws Conflict where it is no longer so */
    void demand(Snapshot snapshot, long current) {
        if (revision != null && revision != current) {
            throw new Conflict("STATE", "The catalogue was changed by somebody since this was shown.", List.of());
        }
        if (key == null) return;
        var latest = snapshot.latest(key).map(Document::version).orElse(0);
        if (latest != version) {
            throw new Conflict("STATE", key + " was changed by somebody since this was shown.", List.of());
        }
    }
}
