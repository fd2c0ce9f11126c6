package dev.holdfast.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's programs, unpacked once from the class path. */
record Binaries(Path folder) {

    /** The release of the binaries on the class path, as pinned in the build; an upgrade unpacks beside it. */
    static final String RELEASE = "18.6.0";

    static final String MAJOR = "18";

    private static final int EXECUTABLE = 0100;

    /** Unpacks into a temporary folder and renames it, so that half a copy never counts. */
    static Binaries in(Path data, Runnable beforeUnpacking) throws IOException {
        var ready = data.resolve("binaries-" + RELEASE);
        if (Files.isExecutable(ready.resolve("bin/postgres"))) return new Binaries(ready);
        beforeUnpacking.run();
        var half = data.resolve("binaries-" + RELEASE + ".new");
        Folders.delete(half);
        Folders.delete(ready);
        unpack(half);
        Files.move(half, ready, StandardCopyOption.ATOMIC_MOVE);
        return new Binaries(ready);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path target) throws IOException {
        Files.createDirectories(target);
        Folders.open(target);
        try (var archive = archive();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (isNeeded(entry.getName())) unpack(entry, tar, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) throw new IOException("An entry leaves the folder: " + entry.getName());
        if (entry.isDirectory()) {
            makeFolders(path);
            return;
        }
        makeFolders(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        try {
            Files.copy(content, path);
        } catch (FileAlreadyExistsException twice) {
            return;
        }
        var executable = (entry.getMode() & EXECUTABLE) != 0;
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** Folders that everybody may enter, whatever the umask says. */
    private static void makeFolders(@Nullable Path folder) throws IOException {
        if (folder == null || Files.isDirectory(folder)) return;
        makeFolders(folder.getParent());
        Files.createDirectory(folder);
        Folders.open(folder);
    }

    private static boolean isNeeded(String name) {
        return !name.endsWith(".a") && !name.contains("/pkgconfig") && !name.contains("/pgxs");
    }

    private static InputStream archive() {
        var name = "/postgres-" + system() + "-" + processor() + ".txz";
        var archive = Binaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new CannotStart("There is no embedded PostgreSQL for " + system() + " on " + processor()
                    + ": name an external one by HOLDFAST_DATABASE_URL.");
        }
        return archive;
    }

    private static String system() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("linux") ? "linux" : name.replace(' ', '-');
    }

    private static String processor() {
        var name = System.getProperty("os.arch", "");
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }
}
