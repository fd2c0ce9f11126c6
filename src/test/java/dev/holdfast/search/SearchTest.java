package dev.holdfast.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.WithDatabase;
import dev.holdfast.search.Findable.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Putting in and finding, on a real database. */
@WithDatabase
class SearchTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:24:27Z");

    private final FindableStore entries;
    private final SearchIndex index;
    private final Search search;
    private final Fillings fillings;

    SearchTest(JdbcClient db, TransactionTemplate transaction) {
        entries = new FindableStore(db);
        index = new SearchIndex(entries);
        search = new Search(entries, Clock.fixed(NOW, ZoneOffset.UTC));
        fillings = new Fillings(List.of(), new FillingStore(db), entries, transaction);
    }

    @Test
    void findsByBeginningsOfAllWordsAndByWhereItIsReached() {
        index.put(List.of(service("bedroom", "Beds \"and\" more, {really}"), service("sofas", "Sofas")));

        assertThat(names("bed mor")).containsExactly("bedroom");
        assertThat(names("https://shop.example/sofas/red?size=2")).containsExactly("sofas");
        assertThat(names("bedroom sofas")).isEmpty();
        assertThat(names("' | 'zz")).isEmpty();
        assertThat(names("\\")).isEmpty();
    }

    @Test
    void readsASlipAsTheWordThatIsThereAndSaysSo() {
        index.put(List.of(service("wardrobes", "Wardrobes")));

        var found = search.find("wadrobes", 10);

        assertThat(found.hits()).extracting(hit -> hit.found().name()).containsExactly("wardrobes");
        assertThat(found.meant()).isEqualTo("wardrobes");
        assertThat(search.find("wardr", 10).meant()).isNull();
    }

    @Test
    void whatChangesIsFoundByItsNewWordsAndWhatEndsByNone() {
        index.put(List.of(service("beds", "Old name")));
        index.put(List.of(service("beds", "New name")));
        assertThat(names("old")).isEmpty();
        assertThat(names("new")).containsExactly("beds");

        index.remove(Kind.SERVICE, "beds");

        assertThat(names("new")).isEmpty();
    }

    @Test
    void ofManyThatPassByTheLatestAreShownAndOneThatIsCalledSoFirst() {
        var incidents = new ArrayList<Findable>();
        for (var number = 1; number <= 200; number++) {
            incidents.add(incident(number, "Search fails"));
        }
        index.put(incidents);

        assertThat(names("search fails")).startsWith("INC-200", "INC-199");
        assertThat(names("1")).startsWith("INC-1", "INC-199");
    }

    @Test
    void whatWasThereBeforeIsPutInOnceAndChangesNothingSince() {
        index.put(List.of(incident(2, "Said since")));
        var asked = new ArrayList<Long>();
        var source = new SearchSource() {
            @Override
            public String name() {
                return "incidents";
            }

            @Override
            public Part after(long position) {
                asked.add(position);
                return new Part(List.of(incident((int) position + 1, "From before")), position + 1, position == 2);
            }
        };

        fillings.fill(source);
        fillings.fill(source);

        assertThat(asked).containsExactly(0L, 1L, 2L);
        assertThat(names("before")).containsExactly("INC-3", "INC-1");
        assertThat(names("since")).containsExactly("INC-2");
    }

    private List<String> names(String text) {
        return search.find(text, 60).hits().stream().map(hit -> hit.found().name()).toList();
    }

    private static Findable service(String name, String title) {
        return new Findable(Kind.SERVICE, name, title, "", "/services/" + name, List.of(), List.of("shop.example/" + name), null);
    }

    private static Findable incident(int number, String summary) {
        return new Findable(
                Kind.INCIDENT, "INC-" + number, summary, "bedroom · open", "/incidents/INC-" + number, List.of("bedroom"), List.of(), NOW.plusSeconds(number));
    }
}
