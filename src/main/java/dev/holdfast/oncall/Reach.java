package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.PersonName;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether a person can be called at all: their document has a notification rule. */
@Component
class Reach {

    /** Those of them who can be. */
    Set<PersonName> among(CatalogueView view, Set<PersonName> people) {
        return people.stream().filter(person -> hasRules(view, person)).collect(Collectors.toSet());
    }

    private static boolean hasRules(CatalogueView view, PersonName person) {
        return view.document("Person", person.value())
                .map(Document::spec)
                .filter(spec -> !spec.path("notify").isEmpty())
                .isPresent();
    }
}
