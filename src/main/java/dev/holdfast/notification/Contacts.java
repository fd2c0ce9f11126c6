package dev.holdfast.notification;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.PersonName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The ways to people. A contact is used when it is confirmed and this installation can send by it. */
@Service
public class Contacts {

    private final ContactStore store;
    private final Channels channels;
    private final PhonePart phones;

    Contacts(ContactStore store, Channels channels, PhonePart phones) {
        this.store = store;
        this.channels = channels;
        this.phones = phones;
    }

    /** The number that a person gave for the incident pack. */
    public Optional<String> phone(CatalogueView view, PersonName person) {
        return view.part(phones, person.value());
    }

    public boolean reachable(PersonName person) {
        return !reachable(Set.of(person)).isEmpty();
    }

    /** Those of them who can be reached; one query for all. */
    public Set<PersonName> reachable(Collection<PersonName> people) {
        if (people.isEmpty()) return Set.of();
        var names = people.stream().map(PersonName::value).toList();
        return store.reachable(names, channels.usable()).stream()
                .map(PersonName::new)
                .collect(Collectors.toSet());
    }

    /** In the order of the person's rules. */
    public List<Contact> of(PersonName person) {
        return store.of(person.value(), channels.usable());
    }
}
