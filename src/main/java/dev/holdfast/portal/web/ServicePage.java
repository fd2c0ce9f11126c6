package dev.holdfast.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One service in one screen: who owns it, who is called, what it stands to lose, what it needs and what needs it. */
public record ServicePage(
        String name,
        String title,
        String description,
        List<Status> facts,
        List<IncidentPage.Place> places,
        @Nullable OpenIncident open,
        List<Figure> figures,
        @Nullable Ribbon ribbon,
        List<Said> remarks,
        DependencyWeb web,
        List<Recent> lately,
        List<Pair> owner,
        List<Pair> targets,
        List<Pair> missing) {

    /** The incident that outranks the page. */
    public record OpenIncident(Status status, String number, String summary, String loss, String who) {}

    /** A sentence under the ribbon, in its tone. */
    public record Said(String strong, String words, Tone tone) {}

    /** An incident that was. */
    public record Recent(String when, String number, String summary, String who, Status status) {}
}
