package dev.holdfast.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts texts into words: lower case, no accents; what belongs together by a hyphen or dot is found whole and by its parts. */
final class Words {

    static final int LONGEST = 64;
    private static final int MOST = 128;
    private static final int MOST_ASKED = 8;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BETWEEN_WHOLE = Pattern.compile("[^\\p{L}\\p{N}._-]+");
    private static final Pattern ENDS = Pattern.compile("^[._-]+|[._-]+$");
    /** {@code BedroomSearchErrors}, as alert rules are named. */
    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private Words() {}

    /** Every word by which a text is found. */
    static Set<String> of(Iterable<String> texts) {
        var words = new LinkedHashSet<String>();
        for (var text : texts) {
            parts(HUMP.matcher(text).replaceAll(" "), BETWEEN, words);
            parts(text, BETWEEN_WHOLE, words);
            parts(text, BETWEEN, words);
        }
        return words;
    }

    /** The words that somebody asks for, all of which are wanted. */
    static List<String> asked(String text) {
        var words = new LinkedHashSet<String>();
        parts(text, BETWEEN, words);
        return new ArrayList<>(words).subList(0, Math.min(words.size(), MOST_ASKED));
    }

    /** As texts are compared. */
    static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT).strip();
    }

    private static void parts(String text, Pattern between, Set<String> words) {
        for (var part : between.split(plain(text))) {
            var word = ENDS.matcher(part).replaceAll("");
            if (!word.isEmpty() && words.size() < MOST) words.add(word.length() <= LONGEST ? word : word.substring(0, LONGEST));
        }
    }
}
