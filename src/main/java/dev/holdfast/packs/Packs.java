package dev.holdfast.packs;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Lifecycle;
import dev.holdfast.catalogue.Service;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.NotFound;
import dev.holdfast.ledger.Ledger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.transaction.support.TransactionTemplate;

/** The incident packs: made anew every hour, and handed to people of the organisation. */
@org.springframework.stereotype.Service
public class Packs {

    private final Documents documents;
    private final Turns turns;
    private final PackSheets sheets;
    private final PackSigning signing;
    private final PackStore store;
    private final PackCopies copies;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Packs(
            Documents documents, Turns turns, PackSheets sheets, PackSigning signing, PackStore store, PackCopies copies,
            Ledger ledger, TransactionTemplate transaction, Clock clock) {
        this.documents = documents;
        this.turns = turns;
        this.sheets = sheets;
        this.signing = signing;
        this.store = store;
        this.copies = copies;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A pack without its page. */
    public record Listed(String name, String title, int services, Instant madeAt, int bytes) {}

    /** Of every domain that has services, and of the services without one. */
    void make() {
        var packs = documents.holding(() -> made(clock.instant()));
        transaction.executeWithoutResult(status -> store.replace(packs));
        copies.copy();
    }

    public List<Listed> list() {
        return store.list();
    }

    /** Why this node cannot write its copies. */
    public Optional<String> trouble() {
        return copies.trouble();
    }

    /** Where this node writes its copies. */
    public Path folder() {
        return copies.folder();
    }

    public String publicKey() {
        return signing.verifyingKey().pem();
    }

    public String fingerprint() {
        return signing.verifyingKey().fingerprint();
    }

    /** Packs carry numbers of people: they are for administrators and members of a team. */
    public static boolean mayTake(Viewer viewer) {
        return viewer.isAdmin() || !viewer.teams().isEmpty();
    }

    public Pack take(String name, Viewer viewer) {
        demand(viewer);
        var pack = store.find(name).orElseThrow(() -> new NotFound("There is no incident pack of " + name + "."));
        transaction.executeWithoutResult(status -> ledger.record(viewer.by(), "pack-taken", "pack/" + name, null, Map.of("madeAt", pack.madeAt())));
        return pack;
    }

    /** The signature of a pack, in base64. */
    public String signature(String name, Viewer viewer) {
        demand(viewer);
        return PackFolder.signature(store.find(name).orElseThrow(() -> new NotFound("There is no incident pack of " + name + ".")));
    }

    /** All of them with their signatures and the public key. */
    public byte[] zip(Viewer viewer) {
        demand(viewer);
        var packs = store.all();
        transaction.executeWithoutResult(status -> ledger.record(viewer.by(), "pack-taken", "pack", null, Map.of("packs", packs.size())));
        var zipped = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(zipped)) {
            add(zip, PackFolder.KEY, publicKey().getBytes(StandardCharsets.US_ASCII));
            for (var pack : packs) {
                add(zip, pack.file(), pack.page());
                add(zip, pack.file() + ".sig", PackFolder.signature(pack).getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return zipped.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static void demand(Viewer viewer) {
        if (!mayTake(viewer)) {
            throw new Forbidden("Incident packs carry people's numbers: they are for members of a team and administrators.");
        }
    }

    private List<Pack> made(Instant now) {
        var view = documents.at(now);
        var services = view.services().stream().filter(service -> service.lifecycle() != Lifecycle.DECOMMISSIONED).toList();
        if (services.isEmpty()) return List.of();
        var through = turns.of(services.stream().map(Service::name).toList(), now, now.plus(PackSheets.AHEAD));
        var making = new PackSheets.Making(view, through, fingerprint());
        var byDomain = new LinkedHashMap<String, List<Service>>();
        services.forEach(service -> byDomain
                .computeIfAbsent(service.domain() == null ? Pack.WITHOUT_DOMAIN : service.domain().value(), it -> new ArrayList<>())
                .add(service));
        return byDomain.entrySet().stream().map(it -> made(making, it.getKey(), it.getValue())).toList();
    }

    private Pack made(PackSheets.Making making, String name, List<Service> services) {
        var title = name.equals(Pack.WITHOUT_DOMAIN)
                ? "Services without a domain"
                : making.view().domain(new dev.holdfast.catalogue.DomainName(name)).map(it -> it.shown()).orElse(name);
        var page = PackPage.of(sheets.sheet(making, title, services));
        return new Pack(name, title, services.size(), making.view().at(), page, signing.sign(page));
    }
}
