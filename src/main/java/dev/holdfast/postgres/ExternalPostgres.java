package dev.holdfast.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/** A PostgreSQL that somebody else runs: awaited, and checked before the application starts on it. */
public final class ExternalPostgres {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OLDEST_RELEASE = 17;

    private ExternalPostgres() {}

    /** Answers the same access once the database lets us in. Throws {@link CannotStart}. */
    public static DatabaseAccess await(DatabaseAccess access, Consumer<String> progress) {
        progress.accept("connecting to the database at " + access.url() + "…");
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                check(access);
                return access;
            } catch (SQLException refused) {
                if (isFinal(refused) || System.nanoTime() > end) {
                    throw new CannotStart("The database at " + access.url() + " does not let " + access.user()
                            + " in: " + firstLine(refused) + ".", refused);
                }
                Pause.of(Duration.ofMillis(500));
            }
        }
    }

    private static void check(DatabaseAccess access) throws SQLException {
        try (var connection = EmbeddedPostgres.dataSource(access).getConnection()) {
            var release = connection.getMetaData().getDatabaseMajorVersion();
            if (release < OLDEST_RELEASE) {
                throw new CannotStart("The database at " + access.url() + " is PostgreSQL " + release
                        + "; Holdfast needs " + OLDEST_RELEASE + " or later.");
            }
        }
    }

    /** A wrong account or a missing database does not get better by waiting. */
    private static boolean isFinal(SQLException refused) {
        var state = refused.getSQLState();
        return state != null && (state.startsWith("28") || state.equals("3D000"));
    }

    private static String firstLine(SQLException refused) {
        return String.valueOf(refused.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
