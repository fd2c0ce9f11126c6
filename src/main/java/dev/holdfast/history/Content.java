package dev.holdfast.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.keys.Keyring;
import dev.holdfast.tables.Text;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;

/** Keeps the text of a list small and sealed, since people stand in it and columns that nobody asked for. */
@Component
class Content {

    private final Keyring keys;

    Content(Keyring keys) {
        this.keys = keys;
    }

    byte[] kept(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(Text.of(content).getBytes(UTF_8));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return keys.seal(Base64.getEncoder().encodeToString(packed.toByteArray()));
    }

    String text(byte[] kept) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(keys.open(kept))))) {
            return new String(zip.readAllBytes(), UTF_8);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }
}
