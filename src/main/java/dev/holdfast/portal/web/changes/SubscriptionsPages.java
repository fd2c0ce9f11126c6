package dev.holdfast.portal.web.changes;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.subscriptions.Subscription;
import dev.holdfast.subscriptions.Subscriptions;
import dev.holdfast.subscriptions.Told;
import dev.holdfast.subscriptions.Way;
import dev.holdfast.subscriptions.Wish;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where change managers say who is told. */
@Controller
class SubscriptionsPages {

    private final Subscriptions subscriptions;
    private final Documents documents;

    SubscriptionsPages(Subscriptions subscriptions, Documents documents) {
        this.subscriptions = subscriptions;
        this.documents = documents;
    }

    @GetMapping("/changes/subscriptions")
    String all(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam(required = false) @Nullable String ended, Model model) {
        model.addAttribute("page", page(viewer, frame.time(), ended == null ? null : "The subscription was ended.", null));
        return "portal/subscriptions";
    }

    @PostMapping("/changes/subscriptions")
    String make(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> fields, Model model) {
        var form = new Form(fields);
        try {
            var wish = Wish.read(
                    form.required("scope", "Say of what part of the organisation."), form.text("on"), form.text("by"),
                    form.required("to", "Say where to."), form.text("secret"), form.text("digest"));
            var made = subscriptions.make(wish, viewer);
            model.addAttribute("page", page(viewer, frame.time(), made(made), made.secret()));
        } catch (Unprocessable refused) {
            model.addAttribute("page", page(viewer, frame.time(), null, null).with(FormFaults.of(refused, form.typed())));
        }
        return "portal/subscriptions";
    }

    @PostMapping("/changes/subscriptions/{id}/end")
    String end(@PathVariable String id, Viewer viewer) {
        subscriptions.end(id, viewer);
        return "redirect:/changes/subscriptions?ended=1";
    }

    private SubscriptionsPage page(Viewer viewer, ReaderTime time, @Nullable String done, @Nullable String secret) {
        var view = documents.at(time.now());
        var scopes = Stream.of(
                        Stream.of("organisation"),
                        view.domains().stream().map(domain -> "domain:" + domain.name()).sorted(),
                        view.teams().stream().map(team -> "team:" + team.name()).sorted(),
                        view.services().stream().map(service -> "service:" + service.name()).sorted())
                .flatMap(each -> each)
                .toList();
        return new SubscriptionsPage(
                subscriptions.all(viewer).stream().map(each -> row(each, time)).toList(),
                Arrays.stream(Told.values()).map(told -> new Choice(told.word(), words(told), false)).toList(),
                Arrays.stream(Way.values()).map(way -> new Choice(way.word(), words(way), false)).toList(),
                scopes, view.calendar().zone().getId(), done, secret, FormFaults.NONE);
    }

    private static SubscriptionsPage.Row row(Subscriptions.Shown shown, ReaderTime time) {
        var subscription = shown.subscription();
        var digest = subscription.digestAt();
        return new SubscriptionsPage.Row(
                subscription.id().toString(), subscription.shownAddress(), words(subscription.told()) + " · " + subscription.scope(),
                words(subscription.way()) + (digest == null ? ", at once" : ", daily at " + digest),
                "by " + subscription.madeBy() + ", " + time.moment(subscription.madeAt()), status(shown, time));
    }

    private static Status status(Subscriptions.Shown shown, ReaderTime time) {
        if (!shown.subscription().isConfirmed()) return new Status("not confirmed yet", Shape.RING, Tone.CAUTION);
        if (shown.lastFailure() != null) return new Status("failed: " + shown.lastFailure(), Shape.DIAMOND, Tone.LOSS);
        return shown.lastAt() == null ? new Status("nothing sent yet", Shape.RING, Tone.QUIET) : new Status("sent " + time.moment(shown.lastAt()), Shape.DOT, Tone.SAFE);
    }

    private static String made(Subscription subscription) {
        return subscription.isConfirmed()
                ? subscription.shownAddress() + " is told from now on."
                : "A mail asks " + subscription.shownAddress() + " to confirm it; nothing else is sent before.";
    }

    private static String words(Told told) {
        return switch (told) {
            case DEPLOYMENTS -> "Every deployment";
            case UNAPPROVED -> "Deployments that nobody allowed";
            case WAITING -> "Changes that wait";
        };
    }

    private static String words(Way way) {
        return switch (way) {
            case EMAIL -> "E-mail";
            case WEBHOOK -> "Signed webhook";
            case SLACK -> "Slack, Mattermost or Google Chat";
            case TEAMS -> "Teams";
        };
    }
}
