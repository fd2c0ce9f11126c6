package dev.holdfast.search;

import java.util.List;

/** What a module had before it began to put in what can be found: read in parts, once, by the first start that lacks it. */
public interface SearchSource {

    String name();

    /** What comes after a position, which is 0 at first; in a transaction. */
    Part after(long position);

    /** Some of it, and the position of its end. */
    record Part(List<Findable> entries, long upto, boolean last) {}
}
