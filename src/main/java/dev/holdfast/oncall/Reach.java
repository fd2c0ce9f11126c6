package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.PersonName;
import org.springframework.stereotype.Component;

/** Whether a person can be called at all: their document has a notification rule. */
@Component
class Reach {

    boolean reaches(CatalogueView view, PersonName person) {
        return view.document("Person", person.value())
                .map(Document::spec)
                .filter(spec -> !spec.path("notify").isEmpty())
                .isPresent();
    }
}
