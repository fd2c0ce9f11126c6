package dev.holdfast.notification;

/** Text of others, made fit for where it goes. */
final class Texts {

    private Texts() {}

    /** Without line breaks and other control characters: nothing in it can begin another header. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /** Cut after so many bytes of UTF-8, and then with an ellipsis. */
    static String cut(String text, int longest) {
        var bytes = 0;
        for (var index = 0; index < text.length(); ) {
            var letter = text.codePointAt(index);
            bytes += letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
            if (bytes > longest) return text.substring(0, index) + "…";
            index += Character.charCount(letter);
        }
        return text;
    }

    static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
