package dev.holdfast.changes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** What is signed of an envelope: the pre-authentication encoding of DSSE v1. */
final class Dsse {

    private Dsse() {}

    static byte[] preAuthentication(String type, byte[] payload) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("DSSEv1 %d %s %d ".formatted(type.getBytes(UTF_8).length, type, payload.length).getBytes(UTF_8));
        bytes.writeBytes(payload);
        return bytes.toByteArray();
    }
}
