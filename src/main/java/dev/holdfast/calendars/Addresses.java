package dev.holdfast.calendars;

import dev.holdfast.http.Outbound;
import dev.holdfast.http.OutboundRefused;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Addresses at which calendars stand: which of them to read again, what they say, and how it went last. */
@Service
public class Addresses {

    private static final int LONGEST = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration AGAIN_AFTER_A_FAILURE = Duration.ofHours(1);

    private final ReadingStore store;
    private final Outbound outbound;

    Addresses(ReadingStore store, Outbound outbound) {
        this.store = store;
        this.outbound = outbound;
    }

    /** What an address says, read; or why nothing came of it, as a sentence. */
    public sealed interface Said {
        record Content(IcsContent content) implements Said {}

        record Nothing(String why) implements Said {}
    }

    /** Those never read, with another address than before, or read so long ago; a failed one sooner. One query. */
    public List<String> due(Map<String, URI> addresses, Duration every, Instant now) {
        var known = of(addresses.keySet());
        return addresses.keySet().stream().filter(subject -> {
            var last = known.get(subject);
            if (last == null || !last.address().equals(String.valueOf(addresses.get(subject)))) return true;
            var pause = last.isStale() && AGAIN_AFTER_A_FAILURE.compareTo(every) < 0 ? AGAIN_AFTER_A_FAILURE : every;
            return !last.lookedAt().plus(pause).isAfter(now);
        }).sorted().toList();
    }

    /** Calls the address: never within a transaction. */
    public Said read(URI address, IcsBounds bounds) {
        try {
            var reply = outbound.get(address, LONGEST, PATIENCE);
            return reply.successful()
                    ? new Said.Content(IcsReading.read(reply.body(), bounds))
                    : new Said.Nothing("It answered with the status " + reply.status() + ".");
        } catch (IcsUnreadable e) {
            return new Said.Nothing(String.valueOf(e.getMessage()));
        } catch (OutboundRefused e) {
            return new Said.Nothing("It is not called: " + e.getMessage() + ".");
        } catch (UnknownHostException e) {
            return new Said.Nothing("There is no such host.");
        } catch (SocketTimeoutException e) {
            return new Said.Nothing("It did not answer within " + PATIENCE.toSeconds() + " seconds.");
        } catch (IOException | IllegalArgumentException e) {
            return new Said.Nothing("It could not be read: " + e.getMessage() + ".");
        }
    }

    /** In the transaction of what came of it; {@code failure} is a sentence, null where it was read. */
    public void note(String subject, URI address, Instant now, @Nullable String failure) {
        store.note(subject, address.toString(), now, failure);
    }

    public Optional<AddressReading> of(String subject) {
        return store.of(List.of(subject)).stream().findFirst();
    }

    private Map<String, AddressReading> of(Set<String> subjects) {
        return store.of(subjects).stream().collect(Collectors.toMap(AddressReading::subject, Function.identity()));
    }
}
