/**
 * Lists that others export as CSV, read as what they are: heads and rows of cells. What is not UTF-8 is Windows-1252, in which
 * spreadsheets and service desks export by default; cells are parted by commas, semicolons or tabs, whichever the heads have
 * most of. What a column means is for who reads it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"http"})
package dev.holdfast.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
