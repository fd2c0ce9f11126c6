package dev.holdfast.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The one folder in which everything of the embedded database lies; held by one Holdfast at a time. */
final class DataFolder implements AutoCloseable {

    private static final String LOCK = "holdfast.lock";
    private static final int FIRST_PORT = 15_432;
    private static final int LAST_PORT = 30_000;

    private final Path folder;
    private final Account account;
    private final FileChannel lock;

    private DataFolder(Path folder, Account account, FileChannel lock) {
        this.folder = folder;
        this.account = account;
        this.lock = lock;
    }

    /** Makes the folder when it is absent, gives it to the account, and locks it. */
    static DataFolder hold(Path wanted) {
        var folder = wanted.toAbsolutePath().normalize();
        var account = Account.over(folder);
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(Folders.PRIVATE_FOLDER));
            folder = folder.toRealPath();
            if (account.isAnother()) give(folder, account);
            if (!Files.isWritable(folder)) throw new IOException("not writable");
            return new DataFolder(folder, account, lock(folder));
        } catch (IOException refused) {
            throw new CannotStart("The data folder " + folder + " cannot be used by the account " + account.name() + ": "
                    + why(refused) + ". Name another by HOLDFAST_DATA.", refused);
        }
    }

    Path path() {
        return folder;
    }

    Account account() {
        return account;
    }

    Path cluster() {
        return folder.resolve("postgres-" + Binaries.MAJOR);
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    /** The secret of that name, made at first use; only its owner may read the file. */
    String secret(String name) throws IOException {
        var file = folder.resolve(name);
        if (Files.exists(file)) return Files.readString(file).strip();
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Folders.write(file, secret, Folders.PRIVATE_FILE);
        return secret;
    }

    /** The port of the last time while it is free, else another free one. */
    int port() throws IOException {
        var remembered = rememberedPort(folder);
        if (remembered > 0 && isFree(remembered)) return remembered;
        for (var tries = 0; tries < 100; tries++) {
            var port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            if (isFree(port)) {
                Folders.write(portFile(folder), "" + port, Folders.PRIVATE_FILE);
                return port;
            }
        }
        throw new IOException("no free port between " + FIRST_PORT + " and " + LAST_PORT);
    }

    static int rememberedPort(Path folder) throws IOException {
        var file = portFile(folder);
        return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static Path portFile(Path folder) {
        return folder.resolve("port");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Only a folder that is empty or already Holdfast's is given away. */
    private static void give(Path folder, Account account) throws IOException {
        if (!isEmpty(folder) && !Files.exists(folder.resolve(LOCK)) && !Files.exists(folder.resolve("key"))) {
            throw new CannotStart("The data folder " + folder + " holds files that are not Holdfast's, and root would"
                    + " have to give it to the account " + account.name() + ": name an empty one by HOLDFAST_DATA.");
        }
        account.own(folder);
        if (!Command.run(Path.of("/"), account.command(List.of("/bin/sh", "-c", "cd \"$0\"", folder.toString())))
                .succeeded()) {
            if (isEmpty(folder)) Files.delete(folder);
            throw new CannotStart("The data folder " + folder + " cannot be reached by the account " + account.name()
                    + ", under which the database runs because PostgreSQL refuses root: name a folder that it can"
                    + " reach by HOLDFAST_DATA, such as /var/lib/holdfast.");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var channel = FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(("" + ProcessHandle.current().pid()).getBytes()));
                return channel;
            }
        } catch (OverlappingFileLockException ours) {
            // held by this very process
        }
        channel.close();
        throw new CannotStart("The data folder " + folder + " is in use by another Holdfast (process "
                + Files.readString(folder.resolve(LOCK)).strip() + "): stop that one, or name another by HOLDFAST_DATA.");
    }

    private static String why(IOException refused) {
        var text = String.valueOf(refused.getMessage());
        return refused instanceof AccessDeniedException ? "permission denied for " + text : text;
    }
}
