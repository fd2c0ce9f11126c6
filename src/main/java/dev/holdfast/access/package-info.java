/**
 * Who is there: accounts, sessions, invitations and API tokens, and for everybody else a {@link
 * dev.holdfast.access.Viewer}, who may do what its scopes and roles say. Which roles and teams a person has is known
 * downstream; {@link dev.holdfast.access.Standings} is the port for it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"quantities", "rows", "http", "keys", "ledger"})
package dev.holdfast.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
