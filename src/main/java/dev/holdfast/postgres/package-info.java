/**
 * The embedded PostgreSQL: real binaries from the class path, unpacked once, kept in one data folder, started before
 * the application and stopped after it.
 *
 * <p>It is durable (fsync, synchronous commit, checksums), listens on loopback only and asks for a random password.
 * The server runs as a direct child in a session of its own, so that Ctrl-C reaches the application first. It is
 * <em>supervised</em>: when it dies it is started again on the same port, and an <em>orphan</em> that an earlier
 * Holdfast left behind is stopped and replaced. Started by root, the server runs under another <em>account</em>, to
 * which the data folder is given.
 *
 * <p>No Spring in here, and no other module.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.holdfast.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
