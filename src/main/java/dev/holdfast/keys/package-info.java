/**
 * The one key of an installation, kept outside the database: what is secret in the database is <em>sealed</em> with it,
 * and what must not be forged is <em>signed</em>. It comes from {@code HOLDFAST_KEY}, or lies in the data folder, made at
 * the first start. The database remembers the key's fingerprint, so that a start with another key stops at once, instead
 * of failing later at the first secret.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"postgres"})
package dev.holdfast.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
