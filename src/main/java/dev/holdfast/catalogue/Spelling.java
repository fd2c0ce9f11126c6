package dev.holdfast.catalogue;

/** How names differ that somebody may have mistyped: pure. */
public final class Spelling {

    private Spelling() {}

    /** How many letters have to be added, taken away or replaced (Levenshtein's distance). */
    public static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (var column = 0; column < row.length; column++) row[column] = column;
        for (var line = 1; line <= one.length(); line++) {
            var corner = row[0];
            row[0] = line;
            for (var column = 1; column < row.length; column++) {
                var replaced = corner + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                corner = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
