package dev.holdfast.operatingmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.catalogue.Loose;
import dev.holdfast.http.Fault;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.operatingmodel.Remuneration.Per;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PolicyReadingTest {

    private static final Set<String> FIELDS = Set.of(
            "currency", "exposureBands", "demandBands", "onCallLevels", "heads", "remuneration", "workingHours",
            "incidentLoss", "severities", "wakeFrom", "escalation", "exposurePerHour", "demand", "peaks", "profile");

    private final PolicyPart part = new PolicyPart(new AssessmentPart());

    @Test
    void theExamplesWordsAreTheDefault() {
        var example = PolicyDocuments.example();
        List.of("workingHours", "incidentLoss", "severities", "wakeFrom", "escalation").forEach(example::remove);

        assertThat(Loose.read(example, FIELDS, part::read)).isEqualTo(Terms.DEFAULT);
    }

    @Test
    void whatIsLeftOutIsTheExamplesButThereIsNoPriceList() {
        var terms = Loose.read(json("{}"), FIELDS, part::read);

        assertThat(terms.exposureBands()).isEqualTo(Terms.DEFAULT.exposureBands());
        assertThat(terms.remuneration()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'currency': 'XXQ'} | currency | UNKNOWN_VALUE",
        "{'exposureBands': []} | exposureBands | OUT_OF_RANGE",
        "{'exposureBands': [{'upTo': 5, 'level': '99.0'}, {'upTo': 5, 'level': '99.9'}]} | exposureBands[1].upTo | OUT_OF_RANGE",
        "{'exposureBands': [{'upTo': 5, 'level': '99.0'}, {'upTo': 6, 'level': '99.0'}]} | exposureBands[1].level | OUT_OF_RANGE",
        "{'exposureBands': [{'upTo': 5, 'level': '100'}]} | exposureBands[0].level | OUT_OF_RANGE",
        "{'exposureBands': [{'upTo': 5, 'level': '0'}]} | exposureBands[0].level | OUT_OF_RANGE",
        "{'exposureBands': [{'upTo': 5, 'level': '99.9999'}]} | exposureBands[0].level | OUT_OF_RANGE",
        "{'exposureBands': [{'upTo': 5, 'level': 'high'}]} | exposureBands[0].level | MALFORMED",
        "{'exposureBands': [{'level': '99.0'}]} | exposureBands[0].upTo | REQUIRED",
        "{'exposureBands': [{'upTo': -1, 'level': '99.0'}]} | exposureBands[0].upTo | OUT_OF_RANGE",
        "{'exposureBands': [{'upTo': 1, 'level': '99.0', 'is': 1}]} | exposureBands[0].is | UNKNOWN_FIELD",
        "{'demandBands': [{'name': 'High', 'every': 'P7D'}, {'name': 'High', 'every': 'P1D'}]} | demandBands[1].name | DUPLICATE_NAME",
        "{'demandBands': [{'name': 'High', 'every': 'P0D'}]} | demandBands[0].every | OUT_OF_RANGE",
        "{'onCallLevels': {'99.0': 'operations'}} | onCallLevels.99.0 | UNKNOWN_VALUE",
        "{'onCallLevels': {'much': 'team'}} | onCallLevels.much | MALFORMED",
        "{'remuneration': {'model': 'callout', 'standby': {'amount': 1, 'per': 'hour'}}} | remuneration.model | CALLOUT_ONLY_UNFAIR",
        "{'remuneration': {'model': 'callout', 'callout': {'amount': 1, 'per': 'hour'}}} | remuneration.model | CALLOUT_ONLY_UNFAIR",
        "{'remuneration': {'model': 'standby'}} | remuneration.standby | REQUIRED",
        "{'remuneration': {'model': 'standby', 'standby': {'amount': -1, 'per': 'week'}}} | remuneration.standby.amount | OUT_OF_RANGE",
        "{'remuneration': {'model': 'standby', 'standby': {'weekend': {'amount': 1, 'per': 'hour'}}}} | remuneration.standby.weekday | REQUIRED",
        "{'remuneration': {'model': 'standby', 'standby': {'amount': 1, 'per': 'week'}, 'exceptions': [{'standby': {'amount': 1, 'per': 'week'}}]}} | remuneration.exceptions[0] | REQUIRED",
        "{'exposurePerHour': {'revenue': -1}} | exposurePerHour.revenue | OUT_OF_RANGE",
        "{'exposurePerHour': {}} | exposurePerHour.revenue | REQUIRED",
        "{'peaks': [{'from': '2026-11-27T00:00:00Z', 'to': '2026-11-27T00:00:00Z', 'exposurePerHour': {'cost': 1}}]} | peaks[0].to | OUT_OF_RANGE",
        "{'peaks': [{'from': '2026-11-27T00:00:00Z', 'to': '2026-11-28T00:00:00Z'}]} | peaks[0].exposurePerHour | REQUIRED",
        "{'profile': [{'days': ['SAT'], 'from': '00:00', 'to': '24:00', 'share': '1.1'}]} | profile[0].share | OUT_OF_RANGE",
    })
    void namesThePlaceAndTheCodeOfEachFault(String words, String path, String code) {
        var refused = catchThrowableOfType(
                Unprocessable.class,
                () -> Loose.read(json(words), FIELDS, spec -> {
                    AssessmentReading.read(spec);
                    return part.read(spec);
                }));

        assertThat(refused.faults()).extracting(Fault::path).containsExactly(path);
        assertThat(refused.faults()).extracting(Fault::code).containsExactly(code);
    }

    @Test
    void readsThePriceListWhole() {
        var terms = Loose.read(
                json("""
                {"remuneration": {"model": "standby-and-callout",
                  "standby": {"weekday": {"amount": 5, "per": "hour"}, "weekend": {"amount": 10, "per": "day"}},
                  "callout": {"amount": 50, "per": "hour", "minimum": "PT2H"},
                  "exceptions": [{"team": "bridge", "standby": {"amount": 200, "per": "week"}},
                                 {"person": "ann", "callout": {"amount": 60, "per": "hour"}}]}}
                """),
                FIELDS,
                part::read);

        var prices = Objects.requireNonNull(terms.remuneration());
        assertThat(prices.standby().weekend().per()).isEqualTo(Per.DAY);
        assertThat(prices.standby().holiday()).isEqualTo(prices.standby().weekday());
        assertThat(prices.standbyOf("bridge").weekday().amount()).isEqualByComparingTo("200");
        assertThat(prices.standbyOf("other")).isEqualTo(prices.standby());
        assertThat(prices.exceptions()).hasSize(2);
    }

    private static ObjectNode json(String words) {
        return (ObjectNode) JsonMapper.shared().readTree(words.replace('\'', '"'));
    }
}
