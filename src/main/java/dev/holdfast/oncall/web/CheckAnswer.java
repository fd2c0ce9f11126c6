package dev.holdfast.oncall.web;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.oncall.Check;
import dev.holdfast.quantities.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that wants mending, as programs are told. */
record CheckAnswer(
        String code,
        @Nullable String schedule,
        @Nullable TeamName team,
        List<PersonName> people,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant since,
        @Nullable Money exposurePerHour,
        String text,
        Mend mend) {

    /** The one action that mends it, and where. */
    record Mend(String text, String url) {}

    static CheckAnswer of(Check check) {
        return new CheckAnswer(
                check.code().name(),
                check.schedule(),
                check.team(),
                check.people(),
                check.from(),
                check.to(),
                check.since(),
                check.exposurePerHour(),
                check.text(),
                new Mend(check.mend(), check.url()));
    }
}
