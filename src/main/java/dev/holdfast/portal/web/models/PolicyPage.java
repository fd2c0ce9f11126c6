package dev.holdfast.portal.web.models;

import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.Status;
import java.util.List;

/** The policy in force, in the words of people, and every version of it. */
public record PolicyPage(
        String lede,
        boolean example,
        boolean mayChange,
        String edit,
        List<Band> bands,
        List<Demand> demands,
        String onCall,
        List<Pair> loss,
        List<Severity> severities,
        List<Pair> waking,
        List<Pair> prices,
        List<Pair> heads,
        List<Edition> editions) {

    /** An exposure band: what it calls for, and how many services are in it. */
    public record Band(String range, String level, String tolerance, String called, String services, String address) {}

    /** A demand band: how often it wants a deployment. */
    public record Demand(String name, String every, Status light, String services, String address) {}

    /** What an alert of a severity does. */
    public record Severity(String name, String pages, String impact) {}

    /** A version: from when on, who made it and why, and what it changed. */
    public record Edition(String version, Status state, String from, String by, String reason, List<String> changes) {}
}
