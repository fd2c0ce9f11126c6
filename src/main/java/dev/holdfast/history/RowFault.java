package dev.holdfast.history;

import org.jspecify.annotations.Nullable;

/**
 * Why a row was left out.
 *
 * @param row as a spreadsheet counts it: the heads are row 1
 * @param column by its head; null where it is about the row
 */
public record RowFault(long row, @Nullable String column, String code, String message) {}
