/**
 * People, teams, domains, services and third parties, and the <em>declaration</em> of everything as code. A file of
 * documents is checked as a whole and applied in one transaction, or not at all; every document is kept versioned and
 * answers for every instant. What a field means is said by the module that owns it, through a
 * {@link dev.holdfast.catalogue.SpecPart}; a field that nobody claims is a fault. {@link
 * dev.holdfast.catalogue.Documents} reads what is declared, from memory where it is in force; {@link
 * dev.holdfast.catalogue.Ownership} is the one check of who may change what, for the API and the pages alike.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"quantities", "rows", "http", "keys", "ledger", "search", "access"})
package dev.holdfast.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
