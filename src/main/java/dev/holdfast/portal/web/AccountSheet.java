package dev.holdfast.portal.web;

import dev.holdfast.access.Accounts;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Token;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.http.Unprocessable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                scopes(viewer), team(view, faults), viewer.isAdmin() && accounts.areLocal(), fresh.link(), List.of(), person(view, faults), faults);
    }

    /** By name, or by a title that only one has. */
    String person(String typed, ReaderTime time) {
        var view = documents.at(time.now());
        var name = Pickers.name(view, "anybody", typed);
        if (view.person(new PersonName(name)).isEmpty()) throw unknown("person", typed);
        return name;
    }

    /** The same; none asked for is none. */
    @Nullable String team(@Nullable String typed, ReaderTime time) {
        if (typed == null) return null;
        var view = documents.at(time.now());
        var name = Pickers.name(view, "team", typed);
        if (view.team(new TeamName(name)).isEmpty()) throw unknown("team", typed);
        return name;
    }

    private static Unprocessable unknown(String field, String typed) {
        return Unprocessable.of(field, "UNKNOWN_REFERENCE", "There is no %s %s.".formatted(field, typed));
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

    private static Picker team(CatalogueView view, FormFaults faults) {
        var teams = Stream.concat(Stream.of(new Choice("", "any team", true)), sorted(view, "team").stream()).toList();
        return Picker.of("team", "Only what this team owns", teams, faults.typed("team"), Pickers.names("team"));
    }

    private static @Nullable Picker person(CatalogueView view, FormFaults faults) {
        var people = sorted(view, "anybody");
        return people.isEmpty() ? null : Picker.of("person", "Person", people, faults.typed("person"), Pickers.names("anybody"));
    }

    private static List<Choice> sorted(CatalogueView view, String field) {
        return Pickers.all(view, field).stream().sorted(Comparator.comparing(Choice::words)).toList();
    }
}
