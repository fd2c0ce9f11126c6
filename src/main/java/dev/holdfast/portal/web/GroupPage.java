package dev.holdfast.portal.web;

import java.util.List;

/** A team or a person: small, and real. */
public record GroupPage(
        String trail,
        String trailAddress,
        String name,
        String title,
        String lede,
        List<Pair> facts,
        String linesHead,
        List<Line> lines,
        String othersHead,
        List<Line> others,
        List<Said> remarks) {}
