package dev.holdfast.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PageWordsTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NOW = Instant.parse("2026-11-24T03:12:32Z");
    private static final PageWords.Reason FIRST_STEP = new PageWords.Reason("furnishing-out-of-hours", 1, 1);

    @Test
    void saysHowBadWhatItCostsSinceWhenAndWhyYou() {
        var text = PageWords.text(MessageType.PAGE, List.of(SomeSubjects.searchFails()), FIRST_STEP, LONDON, NOW);

        assertThat(text).isEqualTo("""
                Major INC-482 on bedroom: Search returns errors
                It costs $200,000 an hour, $1,667 so far.
                Since 03:12, Tue 24 Nov (Europe/London), 30 seconds.
                You are called by the schedule furnishing-out-of-hours: step 1, round 1.""");
    }

    @Test
    void namesWhatWasReleasedTogether() {
        var both = List.of(SomeSubjects.searchFails(), SomeSubjects.diskFull());

        assertThat(PageWords.subjectLine(MessageType.RELEASED, both))
                .isEqualTo("Major: bedroom: Search returns errors and 1 more");
        assertThat(PageWords.text(MessageType.RELEASED, both, FIRST_STEP, LONDON, NOW))
                .contains("It was held until now, so that nobody was woken.")
                .endsWith("And with it:\n- INC-483 on wardrobe: The disk is full");
    }

    @Test
    void saysWhoAcknowledgedAndThatNothingIsLeftToDo() {
        var acknowledged = SomeSubjects.standing(
                SomeSubjects.diskFull(), new SubjectBrief.Standing.Acknowledged("bob", new PersonName("bob"), NOW));

        assertThat(PageWords.subjectLine(MessageType.ACKNOWLEDGED, List.of(acknowledged)))
                .isEqualTo("Acknowledged: wardrobe: The disk is full");
        assertThat(PageWords.text(MessageType.ACKNOWLEDGED, List.of(acknowledged), FIRST_STEP, LONDON, NOW))
                .endsWith("bob acknowledged it at 03:12, Tue 24 Nov (Europe/London). You need do nothing.");
    }

    @Test
    void theWebhookSaysWhatTheContractSays() {
        var body = PageBody.of(List.of(SomeSubjects.searchFails()));

        assertThat(body).isEqualTo(JsonMapper.shared().readTree("""
                {"incident": {"id": "s-482", "number": "INC-482",
                              "url": "https://holdfast.example.com/incidents/INC-482", "service": "bedroom",
                              "type": "major", "summary": "Search returns errors", "severity": "critical",
                              "dedupKeys": ["disk"], "alertCount": 6,
                              "ratePerHour": {"amount": "200000.00", "currency": "USD"}}}
                """));
    }

    @Test
    void theWebhookNamesTheLatestHundredKeys() {
        var it = SomeSubjects.searchFails();
        var keys = IntStream.range(0, 150).mapToObj(number -> "key-" + number).toList();
        var many = new SubjectBrief(
                it.id(), it.number(), it.url(), it.service(), it.major(), it.summary(), it.severity(), keys, 150,
                it.startedAt(), null, null, it.standing());

        var incident = PageBody.of(List.of(many)).get("incident");

        assertThat(incident.get("dedupKeys").size()).isEqualTo(100);
        assertThat(incident.get("dedupKeys").get(99).asString()).isEqualTo("key-149");
        assertThat(incident.get("ratePerHour").isNull()).isTrue();
    }

    @Test
    void aLinkThatWasChangedIsReadAsWhatItClaimsAndNotAsOurs() {
        var link = new Link(new SubjectId("s-1"), new PersonName("ann"), null);

        assertThat(Link.read(link.token("signed"))).contains(new Link.Signed(link, "signed"));
        assertThat(Link.read("no dot")).isEmpty();
        assertThat(Link.read("!!.signed")).isEmpty();
        assertThat(Link.read("")).isEmpty();
    }
}
