package dev.holdfast.catalogue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the documents promise one another: no unknown reference, one consumer of a database, one organisation. */
final class Promises {

    private final CatalogueView proposed;
    private final Map<Document.Key, Reading> file;
    private final Map<String, Service> consumers = new HashMap<>();

    Promises(CatalogueView proposed, Map<Document.Key, Reading> file) {
        this.proposed = proposed;
        this.file = file;
        proposed.services().stream().filter(service -> !isInFile(service)).forEach(this::take);
    }

    void check(Draft draft, Reading reading) {
        for (var reference : reading.references()) {
            if (proposed.document(reference.kind(), reference.name()).isEmpty()) {
                missing(reference, reading);
            }
        }
        switch (draft.kind()) {
            case ServicePart.KIND -> checkDatabases(draft, reading);
            case OrganisationPart.KIND -> checkOnlyOne(draft, reading);
            default -> {}
        }
    }

    private static void missing(Reference reference, Reading reading) {
        var message = "There is no " + reference.kind() + " " + reference.name();
        if (reading.imported) {
            var code = reference.path().startsWith("spec.dependsOn") ? "UNRESOLVED_DEPENDENCY" : "UNRESOLVED_OWNER";
            reading.warn(reference.path(), code, message + "; it is kept as written");
        } else {
            reading.fault(reference.path(), "UNKNOWN_REFERENCE", message);
        }
    }

    private void checkDatabases(Draft draft, Reading reading) {
        proposed.service(new ServiceName(draft.name())).ifPresent(service -> {
            for (var index = 0; index < service.databases().size(); index++) {
                var database = service.databases().get(index);
                var consumer = Optional.ofNullable(consumers.get(database));
                if (consumer.isPresent()) {
                    reading.fault("spec.databases[" + index + "]", "DATABASE_TAKEN", taken(database, consumer.get()));
                }
            }
            take(service);
        });
    }

    private static String taken(String database, Service consumer) {
        return database + " has the service " + consumer.name() + " as its consumer"
                + (consumer.owner() == null ? "" : ", owned by " + consumer.owner());
    }

    private void checkOnlyOne(Draft draft, Reading reading) {
        proposed.documents(OrganisationPart.KIND).stream()
                .filter(other -> !other.name().equals(draft.name()))
                .findFirst()
                .ifPresent(other -> reading.fault(
                        "metadata.name", "STATE", "There is one organisation, and it is " + other.name()));
    }

    private void take(Service service) {
        service.databases().forEach(database -> consumers.putIfAbsent(database, service));
    }

    private boolean isInFile(Service service) {
        return file.containsKey(new Document.Key(ServicePart.KIND, service.name().value()));
    }
}
