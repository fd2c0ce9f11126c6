package dev.holdfast.notification.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Listing;
import dev.holdfast.http.NotFound;
import dev.holdfast.notification.Contact;
import dev.holdfast.notification.Contacts;
import dev.holdfast.notification.Delivery;
import dev.holdfast.notification.TestPages;
import dev.holdfast.notification.TestResult;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a person is reached, and a test page to all of it. */
@RestController
@RequestMapping("/api/v1/people/{name}")
class ContactsApi {

    private final Contacts contacts;
    private final TestPages testPages;
    private final Documents documents;
    private final Clock clock;

    ContactsApi(Contacts contacts, TestPages testPages, Documents documents, Clock clock) {
        this.contacts = contacts;
        this.testPages = testPages;
        this.documents = documents;
        this.clock = clock;
    }

    @GetMapping("/contacts")
    Listing<Contact> contacts(@PathVariable String name, Viewer viewer) {
        viewer.demand(Scope.READ);
        return new Listing<>(contacts.of(known(name)), null);
    }

    @PostMapping("/test-page")
    Listing<Delivery> testPage(@PathVariable String name, Viewer viewer) {
        if (!viewer.isAdmin() && !name.equals(viewer.person())) {
            throw new Forbidden("Only " + name + " and administrators send a test page to " + name + ".");
        }
        return new Listing<>(testPages.send(known(name), viewer), null);
    }

    /** What came of the last one; empty where none was sent. */
    @GetMapping("/test-page")
    Listing<TestResult> lastTest(@PathVariable String name, Viewer viewer) {
        viewer.demand(Scope.READ);
        return new Listing<>(testPages.last(known(name)).stream().toList(), null);
    }

    private PersonName known(String name) {
        if (name.isBlank()) throw new NotFound("There is no person of this name.");
        var person = new PersonName(name);
        if (documents.at(clock.instant()).person(person).isEmpty()) {
            throw new NotFound("There is no person " + name + ".");
        }
        return person;
    }
}
