package dev.holdfast.packs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The folder in which a node keeps the packs: a page and its signature each, and the public key beside them. */
final class PackFolder {

    static final String KEY = "incident-packs-key.pem";

    private static final String SIGNATURE = ".sig";

    private final Path folder;

    PackFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /** Each file is whole or as it was before; packs that are not made any more are taken away. */
    void write(List<Pack> packs, String pem) throws IOException {
        Files.createDirectories(folder);
        ownersOnly(folder, "rwx------");
        place(KEY, pem.getBytes(StandardCharsets.US_ASCII));
        for (var pack : packs) {
            place(pack.file(), pack.page());
            place(pack.file() + SIGNATURE, signature(pack).getBytes(StandardCharsets.US_ASCII));
        }
        removeOthers(packs.stream().map(Pack::file).collect(Collectors.toSet()));
    }

    static String signature(Pack pack) {
        return Base64.getEncoder().encodeToString(pack.signature()) + "\n";
    }

    private void place(String name, byte[] content) throws IOException {
        var fresh = folder.resolve("." + name + ".new");
        try {
            Files.write(fresh, content);
            ownersOnly(fresh, "rw-------");
            Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Only what was written here has such a name and a signature beside it. */
    private void removeOthers(Set<String> kept) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "incident-pack-*.html" + SIGNATURE)) {
            for (var signature : files) {
                var page = signature.getFileName().toString().replaceFirst("\\.sig$", "");
                if (!kept.contains(page)) {
                    Files.deleteIfExists(folder.resolve(page));
                    Files.deleteIfExists(signature);
                }
            }
        }
    }

    private static void ownersOnly(Path path, String permissions) throws IOException {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        } catch (UnsupportedOperationException noPosix) {
            // the folder's own rights apply
        }
    }
}
