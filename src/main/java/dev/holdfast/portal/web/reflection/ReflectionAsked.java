package dev.holdfast.portal.web.reflection;

import java.util.Map;

/**
 * Which proposals and answers a reader asks for.
 *
 * @param proposals how many proposals are passed over
 * @param answers how many answers
 */
record ReflectionAsked(int proposals, int answers) {

    private static final String NUMBER = "\\d{1,7}";

    /** What is no number of ours begins at the first. */
    static ReflectionAsked of(Map<String, String> fields) {
        return new ReflectionAsked(number(fields.getOrDefault("proposals", "")), number(fields.getOrDefault("answers", "")));
    }

    private static int number(String typed) {
        return typed.matches(NUMBER) ? Integer.parseInt(typed) : 0;
    }
}
