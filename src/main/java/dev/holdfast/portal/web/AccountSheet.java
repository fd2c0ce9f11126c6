package dev.holdfast.portal.web;

import dev.holdfast.access.Accounts;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Token;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.Unprocessable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of one's own account. */
@Component
class AccountSheet {

    static final int MOST = 100;

    private final Documents documents;
    private final Accounts accounts;
    private final Tokens tokens;

    AccountSheet(Documents documents, Accounts accounts, Tokens tokens) {
        this.accounts = accounts;
        this.documents = documents;
        this.tokens = tokens;
    }

    /** What was just made and is shown this once. */
    record Fresh(@Nullable String secret, @Nullable String link) {

        static final Fresh NOTHING = new Fresh(null, null);

        static Fresh token(String secret) {
            return new Fresh(secret, null);
        }

        static Fresh invitation(String link) {
            return new Fresh(null, link);
        }
    }

    AccountPage page(Frame frame, Viewer viewer, Fresh fresh, FormFaults faults) {
        var time = frame.time();
        var view = documents.at(time.now());
        var who = frame.who();
        return new AccountPage(
                who == null ? viewer.account() : who.name(), facts(viewer, time), frame.themes(),
                tokens.list(viewer.account(), null, MOST).stream().map(token -> token(token, time)).toList(), fresh.secret(),
                scopes(viewer), teams(view), viewer.isAdmin() && accounts.areLocal(), fresh.link(), List.of(), people(view), faults);
    }

    void demandPerson(String name, ReaderTime time) {
        if (documents.at(time.now()).person(new PersonName(name)).isEmpty()) {
            throw Unprocessable.of("person", "UNKNOWN_REFERENCE", "There is no person " + name + ".");
        }
    }

    private static List<Pair> facts(Viewer viewer, ReaderTime time) {
        var facts = new ArrayList<Pair>();
        facts.add(Pair.of("Account", viewer.account()));
        if (viewer.person() != null) facts.add(Pair.to("Person", viewer.person(), "/people/" + viewer.person()));
        facts.add(Pair.of("Roles", viewer.roles().isEmpty() ? "none" : String.join(", ", viewer.roles().stream().sorted().toList())));
        facts.add(Pair.of("Times in", time.zone().getId()));
        return facts;
    }

    private static AccountPage.Token token(Token token, ReaderTime time) {
        var scopes = token.scopes().stream().map(Scope::toString).collect(Collectors.joining(", "));
        return new AccountPage.Token(
                token.id(), token.name(), token.team() == null ? scopes : scopes + " of " + token.team(),
                token.expiresAt() == null ? "never" : time.day(token.expiresAt()),
                token.lastUsedAt() == null ? "not yet" : time.moment(token.lastUsedAt()));
    }

    private static List<Choice> scopes(Viewer viewer) {
        return viewer.scopes().stream().sorted().map(scope -> new Choice(scope.toString(), scope.toString(), scope == Scope.READ)).toList();
    }

    private static List<Choice> teams(CatalogueView view) {
        var teams = new ArrayList<Choice>();
        teams.add(new Choice("", "any team", true));
        view.teams().stream().map(team -> new Choice(team.name().value(), team.shown(), false)).sorted(Comparator.comparing(Choice::words)).forEach(teams::add);
        return teams;
    }

    private static List<Choice> people(CatalogueView view) {
        return view.people().stream()
                .map(person -> new Choice(person.name().value(), person.shown(), false))
                .sorted(Comparator.comparing(Choice::words))
                .toList();
    }
}
