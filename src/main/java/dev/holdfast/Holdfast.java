package dev.holdfast;

import dev.holdfast.changes.AttestationCommand;
import dev.holdfast.changes.BundleCommand;
import dev.holdfast.packs.PackCommand;
import dev.holdfast.postgres.CannotStart;
import java.nio.file.Path;
import java.time.Clock;
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
                case "verify-pack" -> System.exit(verifyPack(arguments) ? 0 : FAILED);
                case "verify-attestation" -> System.exit(verifyAttestation(arguments) ? 0 : FAILED);
                case "verify-bundle" -> System.exit(verifyBundle(arguments) ? 0 : FAILED);
                case "rehearse" -> rehearse(arguments);
                default ->
                    throw new CannotStart("Unknown command " + command + ": there are serve (when none is given),"
                            + " database, which runs the embedded database alone, verify-ledger, verify-pack, verify-attestation, verify-bundle"
                            + " and rehearse.");
            }
        } catch (CannotStart why) {
            System.err.println("holdfast: " + why.line());
            System.exit(FAILED);
        }
    }

    /** {@code rehearse <folder>}: for the JVM to learn from; the folder can be thrown away afterwards. */
    private static void rehearse(String[] arguments) {
        if (arguments.length < 2) throw new CannotStart("rehearse takes a folder that may be thrown away afterwards.");
        Rehearsal.run(Path.of(arguments[1]));
        System.exit(0);
    }

    /** {@code verify-pack <file> [<public key>]}. */
    private static boolean verifyPack(String[] arguments) {
        if (arguments.length < 2) throw new CannotStart("verify-pack takes the file of a pack, and may take that of a public key.");
        var settings = Settings.from(System.getenv());
        var key = arguments.length > 2 ? arguments[2] : "";
        var verdict = PackCommand.verify(
                Path.of(arguments[1]).toAbsolutePath(), key, System.getenv().getOrDefault("HOLDFAST_KEY", ""), settings.data());
        System.out.println("holdfast: " + verdict.line());
        return verdict.verified();
    }

    /** {@code verify-attestation <file> --keys <file>}. */
    private static boolean verifyAttestation(String[] arguments) {
        if (arguments.length != 4 || !arguments[2].equals("--keys")) {
            throw new CannotStart("verify-attestation takes the file of an attestation, and --keys with the file of the keys.");
        }
        var verdict = AttestationCommand.verify(Path.of(arguments[1]), Path.of(arguments[3]), Clock.systemUTC().instant());
        System.out.println("holdfast: " + verdict.line());
        return verdict.verified();
    }

    /** {@code verify-bundle <file> [--keys <file>]}. */
    private static boolean verifyBundle(String[] arguments) {
        if (arguments.length != 2 && (arguments.length != 4 || !arguments[2].equals("--keys"))) {
            throw new CannotStart("verify-bundle takes the file of a bundle, and may take --keys with the file of the keys.");
        }
        var verdict = BundleCommand.verify(Path.of(arguments[1]), arguments.length == 4 ? Path.of(arguments[3]) : null);
        System.out.println("holdfast: " + verdict.line());
        return verdict.verified();
    }
}
