package dev.holdfast.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reader's own page: who they are, how it looks, their tokens, and for administrators the people they invite. */
public record AccountPage(
        String heading,
        List<Pair> facts,
        List<Choice> themes,
        List<Token> tokens,
        @Nullable String freshToken,
        List<Choice> scopes,
        Picker team,
        boolean mayInvite,
        @Nullable String freshInvitation,
        List<Line> invitations,
        @Nullable Picker person,
        FormFaults faults) {

    /** Whether it is a person's account, to whom a test page can be sent. */
    public boolean isPersons() {
        return facts.stream().anyMatch(fact -> fact.label().equals("Person"));
    }

    /** A token as it may be shown: never itself. */
    public record Token(String id, String name, String scopes, String expires, String lastUsed) {}
}
