package dev.holdfast.notification.web;

import dev.holdfast.notification.TestPages;
import java.time.Duration;

/** What the link of a test page shows. */
public record TestAnswerPage(String heading, String words, boolean waits) {

    static TestAnswerPage of(TestPages.Answer answer) {
        if (answer.answeredAt() == null) {
            return new TestAnswerPage("This is a test", "Nothing is wrong. Holdfast reached you this way; say so, as you would at night.", true);
        }
        var seconds = Math.max(0, Duration.between(answer.sentAt(), answer.answeredAt()).toSeconds());
        return new TestAnswerPage("You can be reached", "You answered " + (seconds < 2 ? "at once" : "in " + seconds + " seconds") + ". Nothing is left to do.", false);
    }

    static TestAnswerPage unknown() {
        return new TestAnswerPage("There is no such link", "It was not made here, or it was cut.", false);
    }
}
