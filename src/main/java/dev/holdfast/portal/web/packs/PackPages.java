package dev.holdfast.portal.web.packs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.access.Viewer;
import dev.holdfast.packs.Pack;
import dev.holdfast.packs.Packs;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.portal.web.ReaderTime;
import java.time.Duration;
import java.util.Comparator;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Incident packs: what there is, one, all, and the key that verifies them. */
@Controller
class PackPages {

    private static final Duration STALE = Duration.ofHours(2);
    private static final int KILO = 1024;

    private final Packs packs;

    PackPages(Packs packs) {
        this.packs = packs;
    }

    @GetMapping("/packs")
    String packs(@ModelAttribute("frame") Frame frame, Viewer viewer, Model model) {
        model.addAttribute("page", page(viewer, frame.time()));
        return "portal/packs";
    }

    @GetMapping("/domains/{name}/pack")
    ResponseEntity<byte[]> pack(Viewer viewer, @PathVariable String name) {
        var pack = packs.take(name, viewer);
        return file(pack.file(), "text/html;charset=UTF-8", pack.page());
    }

    @GetMapping("/domains/{name}/pack.sig")
    ResponseEntity<byte[]> signature(Viewer viewer, @PathVariable String name) {
        var pack = packs.signature(name, viewer);
        return file(Pack.file(name) + ".sig", "text/plain;charset=UTF-8", pack.getBytes(UTF_8));
    }

    @GetMapping("/packs.zip")
    ResponseEntity<byte[]> all(Viewer viewer) {
        return file("incident-packs.zip", "application/zip", packs.zip(viewer));
    }

    /** Public: it verifies, and opens nothing. */
    @GetMapping("/packs/key")
    ResponseEntity<byte[]> key() {
        return file("incident-packs-key.pem", "application/x-pem-file", packs.publicKey().getBytes(UTF_8));
    }

    private PacksPage page(Viewer viewer, ReaderTime time) {
        var listed = packs.list();
        var rows = listed.stream().map(pack -> row(pack, time)).toList();
        var oldest = listed.stream().map(Packs.Listed::madeAt).min(Comparator.naturalOrder());
        return new PacksPage(
                rows.isEmpty() ? "No incident pack yet" : Figures.count(rows.size(), "incident pack"),
                oldest.map(at -> "As of " + time.moment(at) + ", made anew every hour: who to call, where the runbook is and what an hour costs, for when nothing else answers.")
                        .orElse("A pack is one page for each domain that needs no network. The first is made within an hour of the first service."),
                Packs.mayTake(viewer), rows, packs.folder().toString(), packs.trouble().orElse(null), packs.fingerprint());
    }

    private static PacksPage.Row row(Packs.Listed pack, ReaderTime time) {
        var age = Duration.between(pack.madeAt(), time.now());
        var address = "/domains/" + pack.name() + "/pack";
        return new PacksPage.Row(
                pack.title(), Figures.count(pack.services(), "service"), time.moment(pack.madeAt()), age.compareTo(STALE) > 0,
                Math.max(1, pack.bytes() / KILO) + " kB", address, address + ".sig");
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
