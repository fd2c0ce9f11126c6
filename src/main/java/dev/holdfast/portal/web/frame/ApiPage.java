package dev.holdfast.portal.web.frame;

import java.util.List;

/** Everything that a program may call, as people read it: in groups, from the same description that programs read. */
public record ApiPage(String lede, List<Group> groups) {

    /** The operations of one thing. */
    public record Group(String id, String word, List<Operation> operations) {}

    /** One of them; {@code body} and {@code answer} name their shapes, empty where there is none. */
    public record Operation(String method, String path, String summary, List<Parameter> parameters, String body, String answer) {}

    /** {@code where} is path, query or header; {@code type} as JSON has it. */
    public record Parameter(String name, String where, String type, boolean required) {}
}
