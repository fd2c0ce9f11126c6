package dev.holdfast;

import dev.holdfast.ledger.LedgerCommand;
import dev.holdfast.ledger.Verdict;
import dev.holdfast.postgres.EmbeddedPostgres;

/** The command {@code verify-ledger}: beside a running server, or with the embedded database started for it. */
final class VerifyLedger {

    private VerifyLedger() {}

    /** Says what it found, and answers whether all is well. */
    static boolean run(Settings settings) {
        var verdict = verify(settings);
        System.out.println("holdfast: " + LedgerCommand.line(verdict));
        return verdict.verified();
    }

    private static Verdict verify(Settings settings) {
        var key = System.getenv().getOrDefault("HOLDFAST_KEY", "");
        var external = settings.external();
        if (external != null) return LedgerCommand.verify(external, key, settings.data());
        var running = EmbeddedPostgres.running(settings.data());
        if (running.isPresent()) return LedgerCommand.verify(running.get(), key, settings.data());
        try (var started = EmbeddedPostgres.start(settings.data(), line -> {})) {
            return LedgerCommand.verify(started.access(), key, settings.data());
        }
    }
}
