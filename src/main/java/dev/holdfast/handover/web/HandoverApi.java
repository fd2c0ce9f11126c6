package dev.holdfast.handover.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.handover.Digest;
import dev.holdfast.handover.Handover;
import dev.holdfast.handover.Handovers;
import dev.holdfast.handover.Note;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.http.Unprocessable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What one shift leaves to the next. */
@RestController
@RequestMapping("/api/v1/schedules/{name}/handovers")
class HandoverApi {

    private static final Duration BACK = Duration.ofDays(90);
    private static final int LONGEST = 20_000;

    private final Handovers handovers;
    private final Clock clock;

    HandoverApi(Handovers handovers, Clock clock) {
        this.handovers = handovers;
        this.clock = clock;
    }

    /** The next one, and those of the last 90 days; the latest first. */
    @GetMapping
    Listing<HandoverAnswer> list(
            @PathVariable String name, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor, Viewer viewer) {
        viewer.demand(Scope.READ);
        var most = Limit.of(limit);
        var after = Cursor.decode(cursor).orElse(null);
        var all = handovers.of(name, clock.instant().minus(BACK));
        var rest = after == null ? all : all.stream().dropWhile(handover -> !handover.id().equals(after)).skip(1).toList();
        return Listing.cut(rest, most, Handover::id).map(HandoverAnswer::of);
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    NoteAnswer write(@PathVariable String name, @RequestBody NoteBody body, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        return NoteAnswer.of(handovers.write(name, body.read(), viewer));
    }

    @PostMapping("/{id}/acknowledge")
    HandoverAnswer acknowledge(@PathVariable String name, @PathVariable String id, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        return HandoverAnswer.of(handovers.acknowledge(name, id, viewer));
    }

    record NoteBody(@Nullable String text) {

        String read() {
            if (text == null || text.isBlank()) throw Unprocessable.of("text", "REQUIRED", "text is needed.");
            if (text.length() > LONGEST) throw Unprocessable.of("text", "OUT_OF_RANGE", "text has at most %d characters.".formatted(LONGEST));
            return text.strip();
        }
    }

    record NoteAnswer(String by, Instant at, String text) {

        static NoteAnswer of(Note note) {
            return new NoteAnswer(note.by(), note.at(), note.text());
        }
    }

    record HandoverAnswer(
            String id, PersonName from, PersonName to, Instant at, List<NoteAnswer> notes, Digest digest, @Nullable Instant acknowledgedAt) {

        static HandoverAnswer of(Handover handover) {
            var change = handover.change();
            return new HandoverAnswer(
                    handover.id(), change.from(), change.to(), change.at(), handover.notes().stream().map(NoteAnswer::of).toList(), handover.digest(),
                    handover.acknowledgedAt());
        }
    }
}
