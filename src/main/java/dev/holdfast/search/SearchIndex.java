package dev.holdfast.search;

import java.util.Collection;
import org.springframework.stereotype.Service;

/** Where modules put what can be found, each in its own transaction. */
@Service
public class SearchIndex {

    private final FindableStore entries;

    SearchIndex(FindableStore entries) {
        this.entries = entries;
    }

    /** New ones, and those that read otherwise now. */
    public void put(Collection<Findable> entries) {
        if (!entries.isEmpty()) this.entries.put(entries, true);
    }

    public void remove(Findable.Kind kind, String name) {
        entries.remove(kind, name);
    }
}
