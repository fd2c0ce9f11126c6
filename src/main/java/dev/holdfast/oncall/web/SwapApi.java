package dev.holdfast.oncall.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.AskedTime;
import dev.holdfast.http.Fault;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.oncall.NewSwap;
import dev.holdfast.oncall.Swap;
import dev.holdfast.oncall.SwapState;
import dev.holdfast.oncall.Swaps;
import dev.holdfast.quantities.Period;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Swaps of shifts. Each act answers the swap as it then stands. */
@RestController
class SwapApi {

    private static final int LONGEST_NOTE = 2000;

    private final Swaps swaps;

    SwapApi(Swaps swaps) {
        this.swaps = swaps;
    }

    @GetMapping("/api/v1/schedules/{name}/swaps")
    SwapsAnswer all(@PathVariable String name, Viewer viewer) {
        viewer.demand(Scope.READ);
        return new SwapsAnswer(swaps.of(name).stream().map(SwapAnswer::of).toList(), null);
    }

    @PostMapping("/api/v1/schedules/{name}/swaps")
    ResponseEntity<SwapAnswer> ask(@PathVariable String name, @RequestBody SwapBody body, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        var swap = swaps.ask(name, body.read(), viewer);
        return ResponseEntity.created(URI.create("/api/v1/swaps/" + swap.id())).body(SwapAnswer.of(swap));
    }

    @GetMapping("/api/v1/swaps/{id}")
    SwapAnswer one(@PathVariable String id, Viewer viewer) {
        viewer.demand(Scope.READ);
        return SwapAnswer.of(swaps.find(id));
    }

    @PostMapping("/api/v1/swaps/{id}/agree")
    SwapAnswer agree(@PathVariable String id, @RequestBody(required = false) @Nullable ByBody body, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        return SwapAnswer.of(swaps.agree(id, person(body), viewer));
    }

    @PostMapping("/api/v1/swaps/{id}/decline")
    SwapAnswer decline(@PathVariable String id, @RequestBody(required = false) @Nullable ByBody body, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        return SwapAnswer.of(swaps.decline(id, person(body), viewer));
    }

    @PostMapping("/api/v1/swaps/{id}/withdraw")
    SwapAnswer withdraw(@PathVariable String id, @RequestBody(required = false) @Nullable ByBody body, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        return SwapAnswer.of(swaps.withdraw(id, person(body), viewer));
    }

    private static @Nullable PersonName person(@Nullable ByBody body) {
        return body == null || body.person() == null ? null : named("person", body.person());
    }

    private static PersonName named(String field, String name) {
        if (!name.matches("[a-z0-9-]{1,63}")) throw Unprocessable.of(field, "UNKNOWN_REFERENCE", "There is no person “" + name + "”.");
        return new PersonName(name);
    }

    record ByBody(@Nullable String person) {}

    record SwapBody(@Nullable Side give, @Nullable Side take, @Nullable String note) {

        NewSwap read() {
            if (give == null) throw Unprocessable.of("give", "REQUIRED", "give is required: what is given, and whose it is.");
            if (give.person() == null) throw Unprocessable.of("give.person", "REQUIRED", "give.person is required.");
            if (note != null && note.length() > LONGEST_NOTE) throw Unprocessable.of("note", "OUT_OF_RANGE", "A note has at most " + LONGEST_NOTE + " characters.");
            var taker = take == null || take.person() == null ? null : named("take.person", take.person());
            var taken = take == null || take.from() == null && take.to() == null ? null : take.period("take");
            return new NewSwap(named("give.person", give.person()), give.period("give"), taker, taken, note);
        }
    }

    record Side(@Nullable String person, @Nullable String from, @Nullable String to) {

        Period period(String field) {
            var start = AskedTime.instant(field + ".from", from);
            var end = AskedTime.instant(field + ".to", to);
            if (!start.isBefore(end)) throw new Unprocessable(List.of(Fault.at(field + ".to", "OUT_OF_RANGE", "A shift ends after it begins.")));
            return new Period(start, end);
        }
    }

    record SwapsAnswer(List<SwapAnswer> items, @Nullable String next) {}

    record SideAnswer(@Nullable PersonName person, @Nullable Instant from, @Nullable Instant to) {}

    record SwapAnswer(
            String id,
            String schedule,
            SideAnswer give,
            @Nullable SideAnswer take,
            @Nullable String note,
            SwapState state,
            String by,
            Instant at,
            Instant expiresAt,
            @Nullable String settledBy,
            @Nullable Instant settledAt) {

        static SwapAnswer of(Swap swap) {
            var take = swap.take();
            return new SwapAnswer(
                    swap.id(), swap.schedule(), new SideAnswer(swap.giver(), swap.give().from(), swap.give().to()),
                    take == null && swap.taker() == null ? null : new SideAnswer(swap.taker(), take == null ? null : take.from(), take == null ? null : take.to()),
                    swap.note(), swap.state(), swap.askedBy(), swap.askedAt(), swap.expiresAt(), swap.settledBy(), swap.settledAt());
        }
    }
}
