package dev.holdfast.demo.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.demo.Phones;
import dev.holdfast.http.NotFound;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/** {@code /hooks/demo/phones/{person}} takes what an ntfy server would; {@code /demo/phones/{person}} shows it. */
@Controller
@ConditionalOnBooleanProperty("holdfast.demo")
class PhonesController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final Pattern ADDRESS = Pattern.compile("\"url\"\\s*:\\s*\"([^\"]+)\"");

    private final Phones phones;
    private final Documents documents;
    private final Clock clock;

    PhonesController(Phones phones, Documents documents, Clock clock) {
        this.phones = phones;
        this.documents = documents;
        this.clock = clock;
    }

    @PostMapping(Phones.PATH + "/{person}")
    ResponseEntity<Void> ring(
            @PathVariable String person,
            @RequestHeader(name = "Title", defaultValue = "") String title,
            @RequestHeader(name = "Click", required = false) @Nullable String click,
            @RequestHeader(name = "Actions", required = false) @Nullable String actions,
            @RequestHeader(name = "Priority", defaultValue = "default") String priority,
            @RequestBody(required = false) byte @Nullable [] text)
            throws UnsupportedEncodingException {
        find(person);
        phones.ring(person, new Phones.Rung(
                clock.instant(), MimeUtility.decodeText(title), text == null ? "" : new String(text, UTF_8),
                address(click).orElse(null), address(actions == null ? null : inside(actions)).orElse(null), priority.equals("urgent")));
        return ResponseEntity.ok().build();
    }

    @GetMapping("/demo/phones/{person}")
    String phone(@PathVariable String person, Model model) {
        var owner = find(person);
        var pushes = phones.of(person).stream().map(rung -> push(rung, owner.zone())).toList();
        model.addAttribute("page", new PhonePage(owner.shown(), time(clock.instant(), owner.zone()), pushes));
        return "demo/phone";
    }

    private Person find(String person) {
        return documents.at(clock.instant()).person(new PersonName(person)).orElseThrow(() -> new NotFound("There is no person " + person + "."));
    }

    private static PhonePage.Push push(Phones.Rung rung, ZoneId zone) {
        return new PhonePage.Push(
                time(rung.at(), zone), rung.title(), rung.text(), path(rung.opens()), path(rung.acknowledges()), rung.urgent());
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    private static @Nullable String inside(String actions) {
        var found = ADDRESS.matcher(actions);
        return found.find() ? found.group(1) : null;
    }

    private static Optional<URI> address(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(URI::create);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Only its path: it leads to this server, whoever sent it. */
    private static @Nullable String path(@Nullable URI address) {
        return address == null || address.getRawPath() == null || !address.getRawPath().startsWith("/") || address.getRawPath().startsWith("//")
                ? null
                : address.getRawPath();
    }
}
