package dev.holdfast.portal.web.groups;

import dev.holdfast.portal.web.Line;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.Ribbon;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person: what they answer for, when they are on call, and whether they can be reached; never how, but to themselves. */
public record PersonPage(
        String name,
        String title,
        String lede,
        List<Status> facts,
        @Nullable String edit,
        String answersHead,
        Owned services,
        @Nullable Ribbon ribbon,
        List<Duty.ShiftLine> shifts,
        List<Line> teams,
        List<Pair> about,
        @Nullable List<Line> contacts,
        LeaveSection leave) {}
