package dev.holdfast.remuneration;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
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

    /** What changed while it was reckoned is not kept. */
    V of(K key, Supplier<B> basis, Supplier<V> reckoned) {
        var before = basis.get();
        var known = known(key);
        if (known != null && known.basis().equals(before)) return known.value();
        var value = reckoned.get();
        if (before.equals(basis.get())) keep(key, new Known<>(before, value));
        return value;
    }

    private @Nullable Known<B, V> known(K key) {
        synchronized (kept) {
            var reference = kept.get(key);
            return reference == null ? null : reference.get();
        }
    }

    private void keep(K key, Known<B, V> known) {
        synchronized (kept) {
            kept.put(key, new SoftReference<>(known));
        }
    }
}
