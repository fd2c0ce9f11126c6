package dev.holdfast.reflection;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.quantities.Because;
import java.util.List;

/**
 * Something that the facts suggest.
 *
 * @param key the same as long as it is about the same, so that an answer stays with it
 * @param sentence what to do, in the imperative
 * @param bands the bands as they would be; empty where no band moves and a person has work to do
 * @param about the services that gave the reason
 */
public record Proposal(String key, Code code, String sentence, List<Because> why, List<Bound> bands, List<ServiceName> about) {

    /** What kind of a proposal it is. */
    public enum Code {
        /** A service is worth more than the top band's bound. */
        RAISE_TOP_BOUND,
        /** What services of a band lost lasted longer than their target tolerates, again and again. */
        LOWER_BOUND,
        /** The smallest services of a band lost nothing, and their standby cost something. */
        RAISE_BOUND,
        /** Nothing is worth what a band is for. */
        REMOVE_BAND,
        /** Incidents lost more than the exposure says is possible. */
        ASSESS_AGAIN,
        /** Nobody said what its failure costs, or how often it should change. */
        ASSESS
    }

    public Proposal {
        why = List.copyOf(why);
        bands = List.copyOf(bands);
        about = List.copyOf(about);
    }

    public boolean movesBands() {
        return !bands.isEmpty();
    }
}
