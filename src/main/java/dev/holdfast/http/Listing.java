package dev.holdfast.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a list, and the cursor of the next; null where there is none. */
public record Listing<T>(List<T> items, @Nullable String next) {

    public Listing {
        items = List.copyOf(items);
    }

    /** Cuts what was read, one more than wanted, to the limit; the cursor is made of the last item shown. */
    public static <T> Listing<T> cut(List<T> read, Limit limit, Function<T, String> position) {
        return read.size() <= limit.most()
                ? new Listing<>(read, null)
                : new Listing<>(read.subList(0, limit.most()), Cursor.encode(position.apply(read.get(limit.most() - 1))));
    }

    public <R> Listing<R> map(Function<T, R> change) {
        return new Listing<>(items.stream().map(change).toList(), next);
    }
}
