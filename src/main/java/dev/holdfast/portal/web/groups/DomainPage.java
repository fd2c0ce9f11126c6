package dev.holdfast.portal.web.groups;

import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.Ribbon;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A domain: its services, who is on call for them out of hours, and who pays for that. */
public record DomainPage(
        String name,
        String title,
        String lede,
        List<Status> facts,
        @Nullable String edit,
        List<Figure> figures,
        Owned services,
        @Nullable Ribbon ribbon,
        List<Remark> remarks,
        List<Pair> about,
        List<Pair> levels) {}
