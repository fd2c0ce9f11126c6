package dev.holdfast.search;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be found. Everybody who is signed in may read all of it: no secret, and no way to reach a person.
 *
 * @param name what it is known by within its kind
 * @param detail one line that tells it from its namesakes
 * @param address its page: a path of ours
 * @param words what else it is found by
 * @param places where it is reached from outside: URLs or hosts
 * @param at when it happened; null for what stands
 */
public record Findable(
        Kind kind,
        String name,
        @Nullable String title,
        String detail,
        String address,
        List<String> words,
        Collection<String> places,
        @Nullable Instant at) {

    /** In the order in which they are shown where they are equally near. */
    public enum Kind {
        SERVICE("service"),
        TEAM("team"),
        PERSON("person"),
        DOMAIN("domain"),
        THIRD_PARTY("third-party"),
        SCHEDULE("schedule"),
        INTEGRATION("integration"),
        INCIDENT("incident"),
        DOCUMENT("document");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static Kind of(String word) {
            for (var kind : values()) {
                if (kind.word.equals(word)) return kind;
            }
            throw new IllegalArgumentException(word);
        }
    }

    public Findable {
        words = List.copyOf(words);
        places = List.copyOf(places);
    }

    /** The title, or the name where there is none. */
    public String shown() {
        return title == null ? name : title;
    }
}
