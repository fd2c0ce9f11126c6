package dev.holdfast.throughput;

import java.util.Arrays;

/** Whole numbers in as few bytes as each needs, one after the other. */
final class Bytes {

    private byte[] bytes;
    private int place;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    static Bytes writing() {
        return new Bytes(new byte[64]);
    }

    static Bytes reading(byte[] bytes) {
        return new Bytes(bytes);
    }

    boolean hasMore() {
        return place < bytes.length;
    }

    byte[] written() {
        return Arrays.copyOf(bytes, place);
    }

    Bytes write(long number) {
        var rest = number << 1 ^ number >> 63;
        while ((rest & ~0x7FL) != 0) {
            put((byte) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        put((byte) rest);
        return this;
    }

    long read() {
        var number = 0L;
        for (var shift = 0; ; shift += 7) {
            var each = bytes[place++];
            number |= (long) (each & 0x7F) << shift;
            if (each >= 0) return number >>> 1 ^ -(number & 1);
        }
    }

    private void put(byte each) {
        if (place == bytes.length) bytes = Arrays.copyOf(bytes, place * 2);
        bytes[place++] = each;
    }
}
