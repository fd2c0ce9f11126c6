package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import dev.holdfast.quantities.AvailabilityLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of an Organisation document is the policy. A field left out has the example's value; a price list has none. */
@Component
class PolicyPart implements SpecPart<Terms> {

    static final String KIND = "Organisation";

    private final AssessmentPart assessments;

    PolicyPart(AssessmentPart assessments) {
        this.assessments = assessments;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> fields() {
        return Set.of("currency", "exposureBands", "demandBands", "onCallLevels", "heads", "remuneration");
    }

    @Override
    public Terms read(SpecReader spec) {
        return new Terms(
                currency(spec),
                exposureBands(spec),
                demandBands(spec),
                onCallLevels(spec),
                heads(spec),
                RemunerationReading.read(spec));
    }

    /** Without its band a service is unassessed: that is said, and left to whoever changes the policy. */
    @Override
    public void check(Terms terms, CatalogueView proposed, SpecReader faults) {
        proposed.parts(assessments).forEach((service, assessment) -> {
            var demand = assessment.demand();
            if (demand != null && terms.demandBand(demand).isEmpty()) {
                faults.warn("demandBands", "UNASSESSED", service + " has the demand " + demand + ", which is no band");
            }
        });
    }

    private static Currency currency(SpecReader spec) {
        var code = spec.text("currency");
        if (code == null) return Terms.DEFAULT.currency();
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            spec.fault("currency", "UNKNOWN_VALUE", code + " is not a currency such as USD (ISO 4217)");
            return Terms.DEFAULT.currency();
        }
    }

    private static ExposureBands exposureBands(SpecReader spec) {
        if (!spec.has("exposureBands")) return Terms.DEFAULT.exposureBands();
        var bands = new ArrayList<ExposureBand>();
        var rows = spec.objects("exposureBands");
        var whole = !rows.isEmpty();
        for (var row : rows) {
            var upTo = Amounts.notNegative(row, "upTo", row.required("upTo", row.decimal("upTo")));
            var level = level(row, "level", row.requiredText("level"));
            if (upTo == null || level == null) {
                whole = false;
            } else {
                whole &= ascends(bands, row, upTo, level);
                bands.add(new ExposureBand(upTo, level));
            }
        }
        if (rows.isEmpty()) {
            spec.fault("exposureBands", "OUT_OF_RANGE", "There is at least one band");
        }
        return whole ? new ExposureBands(bands) : Terms.DEFAULT.exposureBands();
    }

    private static boolean ascends(List<ExposureBand> bands, SpecReader row, BigDecimal upTo, AvailabilityLevel level) {
        if (bands.isEmpty()) return true;
        var before = bands.getLast();
        var boundAscends = before.upTo().compareTo(upTo) < 0;
        var levelAscends = before.level().compareTo(level) < 0;
        if (!boundAscends) {
            row.fault("upTo", "OUT_OF_RANGE", upTo.toPlainString() + " is not above the bound of the band before it");
        }
        if (!levelAscends) {
            row.fault("level", "OUT_OF_RANGE", level + " is not above the level of the band before it");
        }
        return boundAscends && levelAscends;
    }

    static @Nullable AvailabilityLevel level(SpecReader spec, String field, @Nullable String text) {
        if (text == null) return null;
        try {
            return AvailabilityLevel.of(text);
        } catch (NumberFormatException notANumber) {
            spec.fault(field, "MALFORMED", "A level is a percentage such as 99.9");
        } catch (IllegalArgumentException outside) {
            spec.fault(field, "OUT_OF_RANGE", "A level is between 0 and 100, both excluded, with at most three decimals");
        }
        return null;
    }

    private static List<DemandBand> demandBands(SpecReader spec) {
        if (!spec.has("demandBands")) return Terms.DEFAULT.demandBands();
        var bands = new ArrayList<DemandBand>();
        var names = new HashSet<String>();
        var rows = spec.objects("demandBands");
        for (var row : rows) {
            var name = row.requiredText("name");
            var every = row.required("every", row.days("every"));
            if (name != null && !names.add(name)) {
                row.fault("name", "DUPLICATE_NAME", name + " is there already");
            }
            if (every != null && every.getDays() < 1) {
                row.fault("every", "OUT_OF_RANGE", "A deployment is asked for every day at most");
            } else if (name != null && every != null) {
                bands.add(new DemandBand(name, every.getDays()));
            }
        }
        if (rows.isEmpty()) {
            spec.fault("demandBands", "OUT_OF_RANGE", "There is at least one band");
        }
        return bands;
    }

    private static OnCallLevels onCallLevels(SpecReader spec) {
        var object = spec.object("onCallLevels");
        if (object == null) return Terms.DEFAULT.onCallLevels();
        var levels = new TreeMap<AvailabilityLevel, OnCallLevel>();
        for (var from : object.names()) {
            var level = level(object, from, from);
            var onCall = object.choice(from, OnCallLevel.class);
            if (onCall == OnCallLevel.OPERATIONS) {
                object.fault(from, "UNKNOWN_VALUE", "Out of hours it is none, domain or team");
            } else if (level != null && onCall != null) {
                levels.put(level, onCall);
            }
        }
        return new OnCallLevels(levels);
    }

    private static Heads heads(SpecReader spec) {
        var heads = spec.object("heads");
        if (heads == null) return Heads.NONE;
        return new Heads(
                heads.reference("operations", "Person"),
                heads.reference("product", "Person"),
                heads.reference("delivery", "Person"));
    }
}
