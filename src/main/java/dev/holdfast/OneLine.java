package dev.holdfast;

import dev.holdfast.postgres.CannotStart;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;

/** Failures of the start that are the operator's to solve: told in one line, without a stack trace. */
final class OneLine implements SpringBootExceptionReporter {

    static @Nullable String of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart why) return why.line();
            if (cause instanceof PortInUseException taken) {
                return "Port " + taken.getPort() + " is in use: stop what uses it, or name another by HOLDFAST_PORT.";
            }
            if (cause instanceof FlywayException migration) {
                return "The database cannot be migrated: "
                        + String.valueOf(migration.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
            }
        }
        return null;
    }

    /** True keeps Spring from logging it; the line is printed once, at the end. */
    @Override
    public boolean reportException(Throwable failure) {
        return of(failure) != null;
    }
}
