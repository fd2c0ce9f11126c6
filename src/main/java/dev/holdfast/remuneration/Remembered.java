package dev.holdfast.remuneration;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was reckoned last for each of a few things: kept as long as memory is plenty, and told again only while all that it follows
 * from, its basis, is equal.
 */
final class Remembered<K, B, V> {

    private final Map<K, SoftReference<Known<B, V>>> kept;

    Remembered(int most) {
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, SoftReference<Known<B, V>>> eldest) {
                return size() > most;
            }
        };
    }

    private record Known<B, V>(B basis, V value) {}

    Optional<V> of(K key, B basis) {
        return Optional.ofNullable(known(key)).filter(known -> known.basis().equals(basis)).map(Known::value);
    }

    /** Where the basis was the same before it was reckoned and after. */
    void keep(K key, B basis, V value) {
        synchronized (kept) {
            kept.put(key, new SoftReference<>(new Known<>(basis, value)));
        }
    }

    private @Nullable Known<B, V> known(K key) {
        synchronized (kept) {
            var reference = kept.get(key);
            return reference == null ? null : reference.get();
        }
    }
}
