package dev.holdfast.portal.web.frame;

import org.jspecify.annotations.Nullable;

/**
 * Somewhere to go or something to do, as the search offers it.
 *
 * @param keys those that do the same on any page
 * @param theme what the theme becomes by it; null where it leads somewhere
 */
record Action(String words, String about, String address, String keys, @Nullable String theme) {

    static Action to(String words, String about, String address) {
        return new Action(words, about, address, "", null);
    }

    static Action to(String words, String about, String address, String keys) {
        return new Action(words, about, address, keys, null);
    }

    static Action theme(String words, String about, String theme) {
        return new Action(words, about, "/more", "", theme);
    }
}
