package dev.holdfast.portal.web.groups;

import dev.holdfast.portal.web.Avatar;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.Ribbon;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A team: what it answers for, who is on call for it, who they are and what is missing. */
public record TeamPage(
        String name,
        String title,
        String lede,
        List<Status> facts,
        @Nullable String edit,
        List<Figure> figures,
        Owned services,
        @Nullable Ribbon ribbon,
        List<Pair> people,
        List<Member> members,
        List<Pair> hours,
        List<Pair> holidays) {

    /** One of the team, and what they do now. */
    public record Member(String name, String shown, Avatar avatar, String now) {}
}
