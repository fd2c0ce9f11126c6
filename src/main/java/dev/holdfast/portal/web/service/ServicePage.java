package dev.holdfast.portal.web.service;

import dev.holdfast.portal.web.DependencyWeb;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.Ribbon;
import dev.holdfast.portal.web.Said;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One service in one screen: who owns it, who is called, what it stands to lose, what happened lately, what it needs. */
public record ServicePage(
        String name,
        String title,
        String description,
        List<Status> facts,
        @Nullable Said lifecycle,
        List<LinkTo> links,
        @Nullable OpenIncident open,
        List<Figure> figures,
        List<Happened> lately,
        @Nullable Ribbon ribbon,
        List<Said> remarks,
        DependencyWeb web,
        String radius,
        List<Outside> outside,
        List<Pair> owner,
        List<Pair> targets,
        List<String> cautions,
        @Nullable Unassessed unassessed,
        List<Ready> ready,
        String readyWords) {

    /** A link to somewhere else, how old the last look at it is, and whether that is too old. */
    public record LinkTo(String icon, String words, String address, String age, boolean stale) {}

    /** The incident that outranks the page. */
    public record OpenIncident(Status status, String number, String summary, String loss, String who) {}

    /** Something that happened; the first of a day carries the day. */
    public record Happened(
            @Nullable String day, String time, String what, @Nullable String address, String second, String machine, String who, Status status) {}

    /** The card of a third party. */
    public record Outside(String name, String title, String how, List<Pair> card, List<LinkTo> links, boolean described) {}

    /** What is missing for an assessment, and what would follow from each exposure. */
    public record Unassessed(String missing, List<Band> bands) {}

    /** Up to that much an hour: that target, that tolerance a week, those called out of hours. */
    public record Band(String upTo, String target, String tolerance, String called) {}

    /** One thing that a service needs to be run: there, with its evidence, or missing, with where to add it. */
    public record Ready(Status status, String what, String evidence, @Nullable String evidenceAddress, @Nullable String add) {}
}
