package dev.holdfast.ledger;

/** Where the chain ends. */
public record Head(long sequence, String hash) {

    static final Head BEGINNING = new Head(0, "0".repeat(64));

    /** What is sealed: whoever cannot seal cannot move the head. */
    String words() {
        return sequence + ":" + hash;
    }
}
