package dev.holdfast.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operating system's account under which PostgreSQL runs: ours, or another one when we are root. */
record Account(String name, @Nullable Ids ids) {

    /** A numeric user and group. */
    record Ids(int user, int group) {}

    private static final int ROOT = 0;

    /** Ours; for root the owner that the folder has already, else {@code postgres}, else {@code nobody}. */
    static Account over(Path folder) {
        var system = new UnixSystem();
        if (system.getUid() != ROOT) return new Account(system.getUsername(), null);
        if (tool("setpriv") == null) {
            throw new CannotStart("PostgreSQL refuses to run as root, and there is no setpriv (package util-linux)"
                    + " to run it as somebody else: start Holdfast under an account of its own.");
        }
        var owner = ownerOf(folder);
        if (owner != null && owner.user() != ROOT) return new Account("with the id " + owner.user(), owner);
        var ids = idsOf("postgres");
        if (ids != null) return new Account("postgres", ids);
        ids = idsOf("nobody");
        return ids != null ? new Account("nobody", ids) : new Account("nobody", new Ids(65534, 65534));
    }

    boolean isAnother() {
        return ids != null;
    }

    /** Gives a file or folder to this account. */
    void own(Path path) throws IOException {
        if (ids == null) return;
        Files.setAttribute(path, "unix:uid", ids.user());
        Files.setAttribute(path, "unix:gid", ids.group());
    }

    /** The command, run as this account and told to end when the thread that started it is gone. */
    List<String> command(List<String> command) {
        var whole = new ArrayList<String>();
        var setpriv = tool("setpriv");
        if (setpriv != null) {
            whole.add(setpriv);
            if (ids != null) {
                whole.addAll(List.of("--reuid", "" + ids.user(), "--regid", "" + ids.group(), "--clear-groups"));
            }
            whole.addAll(List.of("--pdeathsig", "SIGINT"));
        }
        whole.addAll(command);
        return whole;
    }

    /** The same in a session of its own: Ctrl-C in the terminal does not reach it. */
    List<String> sessionOf(List<String> command) {
        var whole = new ArrayList<String>();
        var setsid = tool("setsid");
        if (setsid != null) whole.add(setsid);
        whole.addAll(command(command));
        return whole;
    }

    private static @Nullable String tool(String name) {
        for (var folder : List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin")) {
            if (Files.isExecutable(Path.of(folder, name))) return folder + "/" + name;
        }
        return null;
    }

    private static @Nullable Ids ownerOf(Path folder) {
        try {
            if (!Files.exists(folder)) return null;
            var attributes = Files.readAttributes(folder, "unix:uid,gid");
            return attributes.get("uid") instanceof Integer user && attributes.get("gid") instanceof Integer group
                    ? new Ids(user, group)
                    : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static @Nullable Ids idsOf(String name) {
        var user = Command.output(List.of("id", "-u", name));
        var group = Command.output(List.of("id", "-g", name));
        return user == null || group == null ? null : new Ids(Integer.parseInt(user), Integer.parseInt(group));
    }
}
