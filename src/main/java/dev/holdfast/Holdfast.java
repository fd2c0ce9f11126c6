package dev.holdfast;

import dev.holdfast.postgres.CannotStart;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The command line: the server, or one of the commands beside it. */
@SpringBootApplication
public class Holdfast {

    private static final int FAILED = 1;

    public static void main(String[] arguments) {
        var command = arguments.length == 0 ? "serve" : arguments[0];
        try {
            switch (command) {
                case "serve" -> Server.run(Settings.from(System.getenv()));
                case "database" -> Server.runDatabaseAlone(Settings.from(System.getenv()));
                case "verify-ledger" -> System.exit(VerifyLedger.run(Settings.from(System.getenv())) ? 0 : FAILED);
                default ->
                    throw new CannotStart("Unknown command " + command + ": there are serve (when none is given),"
                            + " database, which runs the embedded database alone, and verify-ledger.");
            }
        } catch (CannotStart why) {
            System.err.println("holdfast: " + why.line());
            System.exit(FAILED);
        }
    }
}
