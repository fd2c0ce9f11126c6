package dev.holdfast.portal.web;

import dev.holdfast.operatingmodel.Assessment;
import dev.holdfast.operatingmodel.Peak;
import dev.holdfast.quantities.Money;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an hour without a service costs now, and the next peak at which it costs more. */
public record AtRisk(@Nullable Money perHour, @Nullable Peak peak, @Nullable Peak ahead, Currency currency) {

    public static AtRisk of(Assessment assessment, Currency currency, Instant now) {
        var base = assessment.exposure();
        if (base == null) return new AtRisk(null, null, null, currency);
        if (assessment.peaks().isEmpty()) return new AtRisk(base.perHour(currency), null, null, currency);
        var largest = Comparator.comparing((Peak peak) -> peak.exposure().perHour());
        Optional<Peak> on = assessment.peaks().stream()
                .filter(peak -> peak.during().contains(now))
                .filter(peak -> peak.exposure().perHour().compareTo(base.perHour()) > 0)
                .max(largest);
        Optional<Peak> ahead = assessment.peaks().stream()
                .filter(peak -> peak.during().from().isAfter(now))
                .min(Comparator.comparing(peak -> peak.during().from()));
        var money = on.map(Peak::exposure).orElse(base).perHour(currency);
        return new AtRisk(money, on.orElse(null), ahead.orElse(null), currency);
    }

    public String shown() {
        return perHour == null ? "not known" : Figures.money(perHour);
    }

    /** What is ahead, or what is on: "$640,000 from Fri 27 Nov, Black Friday". */
    public String peakWords(ReaderTime time) {
        if (peak != null) {
            var end = peak.during().to();
            return peak.name() + (end == null ? "" : " until " + time.moment(end));
        }
        return ahead == null ? "no peak ahead"
                : Figures.money(ahead.exposure().perHour(currency)) + " from " + begin(ahead.during().from(), time) + ", " + ahead.name();
    }

    /** A day that begins at midnight needs no time. */
    private static String begin(Instant at, ReaderTime time) {
        return time.local(at).toLocalTime().equals(LocalTime.MIDNIGHT) ? time.day(at) : time.moment(at);
    }

    public boolean changesSoon() {
        return peak != null || ahead != null;
    }
}
