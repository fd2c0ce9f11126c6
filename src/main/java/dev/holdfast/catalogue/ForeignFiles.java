package dev.holdfast.catalogue;

import dev.holdfast.http.Malformed;
import java.util.List;
import java.util.Map;

/** Reads the files of another catalogue that are no YAML, told by what stands in them: a bean, one for each form. */
public interface ForeignFiles {

    /** As people call it: "LDIF". */
    String name();

    boolean isOne(byte[] content);

    /**
     * @param number the place of the file among the documents, from 1
     * @param columns which column says what, where somebody chose; what is absent is found by the heads of columns
     * @throws Malformed where it cannot be read
     */
    void translate(int number, byte[] content, Map<String, String> columns, Translation into);

    /** What of a table can be chosen; empty where there is nothing to choose. */
    default List<Column> columns(byte[] content, Map<String, String> chosen) {
        return List.of();
    }

    /**
     * A fact that a table may tell, and which of its columns tells it.
     *
     * @param fact by which the choice is known: {@code owner}
     * @param chosen the head of the column; empty where none tells it
     * @param heads all columns of the table
     * @param samples what the first rows say there
     */
    record Column(String fact, String label, String chosen, List<String> heads, List<String> samples) {}
}
