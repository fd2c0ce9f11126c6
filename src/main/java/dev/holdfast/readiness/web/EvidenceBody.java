package dev.holdfast.readiness.web;

import dev.holdfast.http.Unprocessable;
import dev.holdfast.readiness.NewEvidence;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** Evidence as a program writes it: {@code validFor} in days or weeks, {@code P7D} or {@code P2W}, or as a duration. */
record EvidenceBody(@Nullable String text, @Nullable String url, @Nullable String validFor) {

    NewEvidence read() {
        return new NewEvidence(text == null ? "" : text, address(url), duration(validFor));
    }

    private static @Nullable URI address(@Nullable String url) {
        if (url == null || url.isBlank()) return null;
        try {
            var address = URI.create(url.strip());
            if (address.getHost() != null && address.getScheme() != null && address.getScheme().matches("(?i)https?")) return address;
        } catch (IllegalArgumentException unreadable) {
            throw malformedAddress();
        }
        throw malformedAddress();
    }

    private static Unprocessable malformedAddress() {
        return Unprocessable.of("url", "MALFORMED", "An address begins with https://");
    }

    private static @Nullable Duration duration(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            if (text.contains("T") || text.contains("t")) return Duration.parse(text);
            var period = Period.parse(text);
            if (period.toTotalMonths() == 0) return Duration.ofDays(period.getDays());
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw malformed();
        }
        throw malformed();
    }

    private static Unprocessable malformed() {
        return Unprocessable.of("validFor", "MALFORMED", "validFor is days or weeks such as P7D or P2W.");
    }
}
