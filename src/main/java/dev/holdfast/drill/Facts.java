package dev.holdfast.drill;

import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.oncall.Covering;
import dev.holdfast.quantities.Money;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a service at an instant.
 *
 * @param owner the team that it names, {@code ownerKnown} whether there is one
 * @param missing what its assessment lacks
 * @param reachable of those who may be called, those with a contact that works
 * @param away those who may be called and are not on call, or have left, with what of it
 * @param called the names of those people as they are called
 * @param atRisk what an hour costs; null where nobody has said
 */
record Facts(
        @Nullable TeamName owner,
        boolean ownerKnown,
        @Nullable DomainName domain,
        List<String> missing,
        Covering covering,
        Set<PersonName> reachable,
        Map<PersonName, Break> away,
        Map<PersonName, String> called,
        @Nullable Money atRisk) {

    String name(PersonName person) {
        return called.getOrDefault(person, person.value());
    }
}
