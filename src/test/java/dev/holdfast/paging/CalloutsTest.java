package dev.holdfast.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.Limit;
import dev.holdfast.quantities.Money;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@HoldfastTest
@TestPropertySource(properties = "holdfast.outbound-allow=127.0.0.0/8")
@Import(PagingTestBeans.class)
class CalloutsTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final PersonName BOB = new PersonName("bob");

    @Autowired
    Callouts callouts;

    @Autowired
    Upcoming upcoming;

    @Autowired
    Steps steps;

    @Autowired
    CalloutStore store;

    @Autowired
    Review review;

    @Autowired
    SuppressedCallouts suppressed;

    @Autowired
    KnownSubjects subjects;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SomeOrganisation organisation;

    @BeforeEach
    void anOrganisation() {
        organisation.isThere();
    }

    /** Nothing of this test is called on while others move the clock. */
    @AfterEach
    void allIsResolved() {
        subjects.resolveAll(clock.instant());
    }

    @Test
    void escalatesOverItsRoundsUntilItIsUnanswered() {
        var search = begin("watched");
        await().until(() -> said(search).size() == 1);

        for (var calls = 2; calls <= 13; calls++) {
            var expected = calls;
            clock.advance(Duration.ofMinutes(5));
            await().until(() -> said(search).size() >= expected);
        }

        assertThat(said(search))
                .containsExactly(
                        "page ann 1.1", "page bob 1.2", "page pat 1.3", "page ida 1.4",
                        "page ann 2.1", "page bob 2.2", "page pat 2.3", "page ida 2.4",
                        "page ann 3.1", "page bob 3.2", "page pat 3.3", "page ida 3.4",
                        "unanswered ida");
        assertThat(state(search).state()).isEqualTo(PagingState.State.UNANSWERED);

        clock.advance(Duration.ofMinutes(15));
        await().until(() -> said(search).stream().filter(line -> line.equals("unanswered ida")).count() == 2);
    }

    @Test
    void whoCannotLetsTheNextBeCalledAtOnceAndPassesNobodyOver() {
        var search = begin("watched");
        await().until(() -> said(search).equals(List.of("page ann 1.1")));
        assertThat(upcoming.of(search)).hasValueSatisfying(next -> assertThat(next.people()).containsExactly(BOB));

        assertThat(passOn(search, BOB)).as("it is not Bob's turn").isFalse();
        assertThat(passOn(search, new PersonName("ann"))).isTrue();
        assertThat(passOn(search, new PersonName("ann"))).as("said twice").isFalse();

        assertThat(calls(search)).containsExactly("page ann 1.1", "page bob 1.2");
        assertThat(upcoming.of(search)).hasValueSatisfying(next -> assertThat(next.people()).containsExactly(new PersonName("pat")));
    }

    /** Whoever goes along is told beside the page, and is neither called nor waited for. */
    @Test
    void aShadowIsToldOfEachPageAndNeverCalled() {
        organisation.hasShadow(clock.instant().minus(Duration.ofHours(1)), clock.instant().plus(Duration.ofHours(2)));

        var search = begin("learned");
        await().until(() -> messages(it -> it.startsWith("shadow "), search).equals(List.of("shadow fay")));
        assertThat(messages(it -> it.startsWith("page "), search)).containsExactly("page sam");
        assertThat(said(search)).containsExactly("page sam 1.1");
        assertThat(callouts.called(search)).containsExactly(new PersonName("sam"));

        clock.advance(Duration.ofMinutes(5));
        await().until(() -> calls(search).size() == 2);
        assertThat(calls(search)).containsExactly("page sam 1.1", "page pat 1.2");

        clock.advance(Duration.ofHours(2));
        var later = begin("learned");
        await().until(() -> messages(it -> it.startsWith("page "), later).equals(List.of("page sam")));
        assertThat(messages(it -> it.startsWith("shadow "), later)).as("nobody goes along any more").isEmpty();
    }

    private boolean passOn(SubjectId subject, PersonName person) {
        return Boolean.TRUE.equals(transaction.execute(open -> callouts.passOn(subject, person, clock.instant())));
    }

    @Test
    void isNotCalledAnyMoreOnceSomebodyAnswers() {
        var search = begin("watched");
        await().until(() -> said(search).equals(List.of("page ann 1.1")));

        transaction.executeWithoutResult(open -> {
            subjects.acknowledge(search, BOB, clock.instant());
            callouts.stop(search, "acknowledged by bob", clock.instant());
        });
        clock.advance(Duration.ofMinutes(6));
        var later = begin("watched");
        await().until(() -> said(later).equals(List.of("page ann 1.1")));

        assertThat(calls(search)).containsExactly("page ann 1.1");
        assertThat(state(search).state()).isEqualTo(PagingState.State.STOPPED);
    }

    @Test
    void sendsNothingLateWhenTheReasonIsGone() {
        var search = begin("watched");
        await().until(() -> said(search).size() == 1);

        subjects.resolve(search, clock.instant());
        clock.advance(Duration.ofMinutes(6));

        await().until(() -> state(search).state() == PagingState.State.STOPPED);
        assertThat(said(search)).containsExactly("page ann 1.1");
    }

    @Test
    void takesAStepOnceHoweverManyTimersFire() throws Exception {
        var search = begin("watched");
        await().until(() -> said(search).size() == 1);
        var tick = store.find(search).orElseThrow().tick();
        clock.advance(Duration.ofMinutes(5));

        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var node = 0; node < 8; node++) {
                nodes.submit(() -> steps.due(search, tick));
            }
        }
        steps.due(search, tick);

        await().until(() -> said(search).size() >= 2);
        assertThat(said(search)).containsExactly("page ann 1.1", "page bob 1.2");
    }

    @Test
    void runsWhatIsOverdueOnceAfterAnInterruption() {
        var search = begin("watched");
        await().until(() -> said(search).size() == 1);

        clock.advance(Duration.ofMinutes(40));
        await().until(() -> said(search).size() == 2);

        assertThat(said(search)).containsExactly("page ann 1.1", "page bob 1.2");
        assertThat(state(search).nextStepAt()).isAfter(clock.instant().plus(Duration.ofMinutes(4)));
    }

    @Test
    void callsPeopleOnceForAllMinorOnesThatWaitedForMoreThanAnHour() {
        var one = begin("watched");
        var two = begin("watched");
        var major = begin(SomeSubjects.brief(id(), "INC-1", "watched", "All is lost", true), Urgency.ALWAYS);
        await().until(() -> said(one).size() == 1 && said(two).size() == 1 && said(major).size() == 1);

        clock.advance(Duration.ofHours(3));
        await().until(() -> said(one).size() == 2 && said(two).size() == 2 && said(major).size() == 2);

        await().until(() -> messages(it -> it.equals("page bob"), major).size() == 1);
        await().until(() -> !messages(it -> it.startsWith("digest"), one, two).isEmpty());
        assertThat(messages(it -> it.startsWith("digest"), one, two)).containsExactly("digest bob");
    }

    @Test
    void isHeldOverTheWeekendOfAClockChangeAndReleasedWhenPeopleWork() {
        clock.advanceTo(next(DayOfWeek.SATURDAY, "12:00", day -> changesTheClocks(day.plusDays(1))));
        var monday = clock.instant().atZone(LONDON).plusDays(2).with(LocalTime.of(9, 0)).toInstant();
        var disk = begin("cheap");

        assertThat(state(disk).state()).isEqualTo(PagingState.State.SUPPRESSED);
        assertThat(state(disk).suppressedUntil()).isEqualTo(monday);
        assertThat(suppressed.list(new Limit(500), null).items())
                .anySatisfy(it -> assertThat(it.incident()).isEqualTo(disk));

        clock.advanceTo(monday.minusSeconds(5));
        steps.due(disk, store.find(disk).orElseThrow().tick());
        assertThat(calls(disk)).isEmpty();
        clock.advanceTo(monday);
        await().until(() -> !calls(disk).isEmpty());
        assertThat(said(disk)).startsWith("suppressed null").contains("released ann 1.1");
    }

    @Test
    void releasesWhatOnePersonGetsInOneMessageAndEachEscalatesByItself() {
        clock.advanceTo(next(DayOfWeek.SATURDAY, "12:00", day -> true));
        var one = begin("cheap");
        var two = begin("cheap");

        clock.advanceTo(Objects.requireNonNull(state(one).suppressedUntil()));
        await().until(() -> calls(one).size() == 1 && calls(two).size() == 1);
        await().until(() -> !messages(it -> it.startsWith("released"), one, two).isEmpty());
        assertThat(messages(it -> it.startsWith("released"), one, two)).containsExactly("released ann");

        transaction.executeWithoutResult(open -> callouts.stop(one, "acknowledged", clock.instant()));
        clock.advance(Duration.ofMinutes(5));
        await().until(() -> calls(two).size() == 2);
        assertThat(calls(one)).containsExactly("released ann 1.1");
        assertThat(calls(two)).containsExactly("released ann 1.1", "page bob 1.2");
    }

    @Test
    void isReleasedWhenAPeakBegins() {
        clock.advanceTo(next(DayOfWeek.SATURDAY, "12:00", day -> true));
        var peak = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(5));
        organisation.hasService("peaky", peak.toString(), peak.plus(Duration.ofHours(9)).toString());

        var sale = begin("peaky");
        assertThat(state(sale).suppressedUntil()).isEqualTo(peak);

        clock.advanceTo(peak);
        await().until(() -> calls(sale).equals(List.of("released ann 1.1")));
    }

    @Test
    void isReleasedEarlierWhenAPeakIsDeclaredMeanwhile() {
        clock.advanceTo(next(DayOfWeek.SATURDAY, "12:00", day -> true));
        var later = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(90));
        organisation.hasService("early", later.toString(), later.plusSeconds(3600).toString());
        var sale = begin("early");
        assertThat(state(sale).state()).isEqualTo(PagingState.State.SUPPRESSED);

        var peak = clock.instant().truncatedTo(ChronoUnit.HOURS);
        organisation.hasService("early", peak.toString(), peak.plus(Duration.ofHours(9)).toString());
        review.run();

        await().until(() -> calls(sale).equals(List.of("released ann 1.1")));
    }

    @Test
    void holdsWhatCanWaitThoughSomebodyIsOnCall() {
        clock.advanceTo(next(DayOfWeek.SATURDAY, "12:00", day -> true));

        var warning = begin(SomeSubjects.brief(id(), "INC-2", "watched", "It is warm", false), Urgency.WORKING_HOURS);
        assertThat(state(warning).state()).isEqualTo(PagingState.State.SUPPRESSED);

        transaction.executeWithoutResult(open -> callouts.wake(warning, clock.instant()));
        await().until(() -> calls(warning).equals(List.of("released ann 1.1")));
    }

    @Test
    void breaksThroughOnlyAboveTheLimit() {
        clock.advanceTo(next(DayOfWeek.SATURDAY, "12:00", day -> true));
        var disk = begin("cheap");

        transaction.executeWithoutResult(
                open -> callouts.breakThrough(disk, Money.of("50000", "USD"), clock.instant()));
        assertThat(state(disk).state()).isEqualTo(PagingState.State.SUPPRESSED);

        transaction.executeWithoutResult(
                open -> callouts.breakThrough(disk, Money.of("50000.01", "USD"), clock.instant()));
        await().until(() -> calls(disk).equals(List.of("released ann 1.1")));
    }

    @Test
    void passesOverWhoCannotBeReachedAndSaysSo() {
        var lost = begin("mute");

        await().until(() -> calls(lost).equals(List.of("page ida 1.3")));

        assertThat(said(lost)).containsExactly("page-not-sent null 1.1", "page-not-sent null 1.2", "page ida 1.3");
        assertThat(callouts.entries(lost).getFirst().text())
                .isEqualTo("Step 1 (who is on call) is skipped: mute-1 cannot be reached.");
    }

    @Test
    void beginsAnewFromTheFirstStepOfTheFirstRound() {
        var search = begin("watched");
        await().until(() -> said(search).size() == 1);
        clock.advance(Duration.ofMinutes(5));
        await().until(() -> said(search).size() == 2);

        transaction.executeWithoutResult(open ->
                callouts.restart(search, new ServiceName("watched"), Urgency.ALWAYS, clock.instant()));

        await().until(() -> calls(search).size() == 3);
        assertThat(calls(search)).containsExactly("page ann 1.1", "page bob 1.2", "page ann 1.1");
    }

    @Test
    void takesTheNextStepAtOnceWhenAskedTo() {
        var search = begin("watched");
        await().until(() -> said(search).size() == 1);

        var taken = transaction.execute(open -> callouts.escalateNow(search, clock.instant()));

        assertThat(taken).isTrue();
        assertThat(state(search).step()).isEqualTo(2);
        assertThat(calls(search)).containsExactly("page ann 1.1", "page bob 1.2");
    }

    @Test
    void tellsThoseWhoWereCalledOnceAndNotTheOneWhoDidIt() {
        var search = begin("watched");
        await().until(() -> said(search).size() == 1);
        clock.advance(Duration.ofMinutes(5));
        await().until(() -> said(search).size() == 2);

        for (var time = 0; time < 2; time++) {
            transaction.executeWithoutResult(
                    open -> callouts.tellThoseCalled(search, "acknowledged", BOB, clock.instant()));
        }

        await().until(() -> !messages(it -> it.startsWith("acknowledged"), search).isEmpty());
        assertThat(messages(it -> it.startsWith("acknowledged"), search)).containsExactly("acknowledged ann");
    }

    @Test
    void takesBackAnAcknowledgementOfAMajorOneThatStandsWithoutANote() {
        var search = begin(SomeSubjects.brief(id(), "INC-3", "watched", "All is lost", true), Urgency.ALWAYS);
        await().until(() -> said(search).size() == 1);
        transaction.executeWithoutResult(open -> {
            subjects.acknowledge(search, BOB, clock.instant());
            callouts.stop(search, "acknowledged by bob", clock.instant());
            callouts.watchAcknowledgement(search, clock.instant());
        });

        clock.advance(Duration.ofMinutes(20));
        transaction.executeWithoutResult(open -> callouts.watchAcknowledgement(search, clock.instant()));
        clock.advance(Duration.ofMinutes(20));
        var other = begin("watched");
        await().until(() -> said(other).size() == 1);
        assertThat(subjects.lapsed).doesNotContain(search);

        clock.advance(Duration.ofMinutes(11));
        await().until(() -> subjects.lapsed.contains(search));
    }

    @Test
    void beginsAStormOfThemAtOnce() {
        var storm = new ArrayList<Begin>();
        for (var number = 0; number < 500; number++) {
            var brief = SomeSubjects.brief(id(), "INC-" + number, "watched", "One of many", false);
            subjects.put(brief);
            storm.add(new Begin(brief.id(), brief.service(), Urgency.ALWAYS));
        }

        transaction.executeWithoutResult(open -> callouts.beginAll(storm, clock.instant()));

        await().atMost(Duration.ofMinutes(1)).until(() -> storm.stream().allMatch(it -> said(it.subject()).equals(List.of("page ann 1.1"))));
    }

    private SubjectId begin(String service) {
        return begin(SomeSubjects.brief(id(), "INC-9", service, "Search returns errors", false), Urgency.ALWAYS);
    }

    private SubjectId begin(SubjectBrief brief, Urgency urgency) {
        subjects.put(brief);
        transaction.executeWithoutResult(
                open -> callouts.begin(brief.id(), brief.service(), urgency, clock.instant()));
        return brief.id();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private PagingState state(SubjectId subject) {
        return callouts.state(subject);
    }

    /** Each entry as kind, person and round.step. */
    private List<String> said(SubjectId subject) {
        return callouts.entries(subject).stream()
                .map(it -> it.kind() + " " + it.person() + (it.step() == null ? "" : " " + it.round() + "." + it.step()))
                .toList();
    }

    private List<String> calls(SubjectId subject) {
        return said(subject).stream().filter(it -> it.startsWith("page ") || it.startsWith("released ")).toList();
    }

    private List<String> messages(Predicate<String> wanted, SubjectId... regarding) {
        return organisation.messages(List.of(regarding)).stream().filter(wanted).toList();
    }

    private Instant next(DayOfWeek day, String time, Predicate<ZonedDateTime> wanted) {
        var next = clock.instant().atZone(LONDON).with(LocalTime.parse(time)).with(TemporalAdjusters.next(day));
        while (!wanted.test(next)) {
            next = next.plusWeeks(1);
        }
        return next.toInstant();
    }

    private static boolean changesTheClocks(ZonedDateTime day) {
        var midnight = day.toLocalDate().atStartOfDay(LONDON);
        return !midnight.getOffset().equals(midnight.plusDays(1).getOffset());
    }
}
