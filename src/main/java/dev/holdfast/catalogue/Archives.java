package dev.holdfast.catalogue;

import dev.holdfast.http.Malformed;
import dev.holdfast.http.TooLarge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Files, those within archives among them. What an archive claims about its size is not believed. */
final class Archives {

    static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int MOST_FILES = 5_000;
    private static final int LONGEST_NAME = 200;

    private final List<ImportFile> files = new ArrayList<>();
    private long bytes;
    private int entries;

    private Archives() {}

    /** @throws TooLarge beyond 16 MB unpacked */
    static List<ImportFile> unpacked(List<ImportFile> sent) {
        var archives = new Archives();
        sent.forEach(archives::take);
        return List.copyOf(archives.files);
    }

    private void take(ImportFile file) {
        if (isArchive(file.content())) {
            unpack(file);
        } else {
            add(file.name(), file.content());
        }
    }

    private static boolean isArchive(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }

    private void unpack(ImportFile archive) {
        var before = entries;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive.content()), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entry(entry, zip);
            }
            if (entries == before) throw new Malformed(shortened(archive.name()) + " is an archive without files.");
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Malformed(shortened(archive.name()) + " is an archive that cannot be read.");
        }
    }

    private void entry(ZipEntry entry, ZipInputStream zip) throws IOException {
        if (++entries > MOST_FILES) throw new Malformed("An archive may hold at most " + MOST_FILES + " files.");
        var content = zip.readNBytes((int) (MOST_BYTES - bytes + 1));
        if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) add(entry.getName(), content);
    }

    private void add(String name, byte[] content) {
        bytes += content.length;
        if (bytes > MOST_BYTES) throw new TooLarge(MOST_BYTES);
        files.add(new ImportFile(shortened(name), content));
    }

    private static String shortened(String name) {
        var clean = name.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() <= LONGEST_NAME ? clean : "…" + clean.substring(clean.length() - LONGEST_NAME);
    }
}
