package dev.holdfast.portal.web.rota;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.oncall.Leaves;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Warns of somebody who would be on call while they are away. */
@Component
class Away {

    private final Leaves leaves;

    Away(Leaves leaves) {
        this.leaves = leaves;
    }

    List<String> words(PersonName person, Instant from, Instant to, Names names, ReaderTime time) {
        if (!from.isBefore(to)) return List.of();
        return leaves.of(List.of(person), from, to).getOrDefault(person, List.of()).stream()
                .map(leave -> names.of(person) + " is on leave from " + time.full(leave.from()) + " to " + time.full(leave.to()) + ".")
                .toList();
    }
}
