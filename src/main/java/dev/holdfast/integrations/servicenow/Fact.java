package dev.holdfast.integrations.servicenow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a list of the CMDB may tell, and what its column is called: the column's name, or the label that people see. */
enum Fact {
    NAME("name", "Name of the service", "name", "ci name", "display name"),
    ID("id", "Its id, by which relations name it", "sys_id", "sys id"),
    DESCRIPTION("description", "Description", "short_description", "short description", "description"),
    CLASS("class", "Class", "sys_class_name", "class"),
    STATUS("status", "Operational status", "operational_status", "operational status", "install_status", "install status", "status"),
    OWNER("owner", "Team that owns it", "support_group", "support group", "assignment_group", "assignment group", "managed_by_group", "owned by group"),
    OWNED_BY("ownedBy", "Person who owns it", "owned_by", "owned by", "managed_by", "managed by"),
    CRITICALITY("criticality", "Business criticality", "business_criticality", "business criticality", "busines_criticality"),
    PARENT("parent", "What needs the other", "parent"),
    CHILD("child", "What is needed", "child"),
    TYPE("type", "How they are related", "type", "relationship type");

    static final List<Fact> OF_A_THING = List.of(NAME, ID, DESCRIPTION, CLASS, STATUS, OWNER, OWNED_BY, CRITICALITY);
    static final List<Fact> OF_A_RELATION = List.of(PARENT, CHILD, TYPE);

    private final String key;
    private final String label;
    private final List<String> heads;

    Fact(String key, String label, String... heads) {
        this.key = key;
        this.label = label;
        this.heads = List.of(heads);
    }

    String key() {
        return key;
    }

    String label() {
        return label;
    }

    /** The column of a table that tells it, by its head. */
    Optional<String> among(List<String> columns) {
        return heads.stream()
                .flatMap(head -> columns.stream().filter(column -> column.strip().equalsIgnoreCase(head)))
                .findFirst();
    }

    static boolean knows(String column) {
        return Arrays.stream(values()).anyMatch(fact -> fact.among(List.of(column)).isPresent());
    }
}
