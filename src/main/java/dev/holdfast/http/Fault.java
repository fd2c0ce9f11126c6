package dev.holdfast.http;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what somebody sent: where, a code that programs may rely on, and a sentence.
 *
 * @param document the number of the document in a file of several, from 1
 */
public record Fault(@Nullable Integer document, String path, String code, String message) {

    public static Fault at(String path, String code, String message) {
        return new Fault(null, path, code, message);
    }
}
