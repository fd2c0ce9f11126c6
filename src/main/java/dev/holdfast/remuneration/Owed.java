package dev.holdfast.remuneration;

import dev.holdfast.catalogue.PersonName;
import java.time.YearMonth;

/** A line as it is reckoned: whose it is, in which month, and whether it is for a shift still ahead. */
record Owed(PersonName person, YearMonth month, boolean ahead, Line line) {}
