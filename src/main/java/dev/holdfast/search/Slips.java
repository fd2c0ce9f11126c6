package dev.holdfast.search;

/** How many slips lie between what was typed and how a word begins: a letter too many, missing, another, or two exchanged. */
final class Slips {

    private Slips() {}

    /** The fewest over all beginnings of the word; more than {@code most} is told as {@code most + 1}. */
    static int between(String typed, String word, int most) {
        var width = Math.min(word.length(), typed.length() + most);
        var before = new int[width + 1];
        var last = new int[width + 1];
        for (var j = 0; j <= width; j++) last[j] = j;
        for (var i = 1; i <= typed.length(); i++) {
            var row = new int[width + 1];
            row[0] = i;
            var least = i;
            for (var j = 1; j <= width; j++) {
                row[j] = cell(typed, word, i, j, before, last, row);
                least = Math.min(least, row[j]);
            }
            if (least > most) return most + 1;
            before = last;
            last = row;
        }
        var fewest = most + 1;
        for (var slips : last) fewest = Math.min(fewest, slips);
        return fewest;
    }

    private static int cell(String typed, String word, int i, int j, int[] before, int[] last, int[] row) {
        var same = typed.charAt(i - 1) == word.charAt(j - 1);
        var fewest = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (same ? 0 : 1));
        var exchanged = i > 1 && j > 1 && typed.charAt(i - 1) == word.charAt(j - 2) && typed.charAt(i - 2) == word.charAt(j - 1);
        return exchanged ? Math.min(fewest, before[j - 2] + 1) : fewest;
    }
}
