package dev.holdfast.operatingmodel.web;

import tools.jackson.databind.node.ObjectNode;

/** A policy as it is sent: the spec itself, or as it is answered, with the spec within. */
final class PolicyRequest {

    private static final String SPEC = "spec";
    private static final String FROM = "effectiveFrom";

    private PolicyRequest() {}

    static ObjectNode spec(ObjectNode body) {
        if (!(body.get(SPEC) instanceof ObjectNode within)) {
            return body;
        }
        var spec = within.deepCopy();
        var from = body.get(FROM);
        if (from != null && !from.isNull()) {
            spec.set(FROM, from);
        }
        return spec;
    }
}
