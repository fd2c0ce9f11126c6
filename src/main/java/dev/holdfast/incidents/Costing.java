package dev.holdfast.incidents;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an incident costs: while it is open by its course, afterwards by the figures that stand on
 * it.
 */
@Component
class Costing {

    private static final String UNASSESSED = "nobody has said what an hour of this service costs";
    private static final int DIGITS = 4;

    private final Assessor assessor;
    private final Selection selection;

    Costing(Assessor assessor, Selection selection) {
        this.assessor = assessor;
        this.selection = selection;
    }

    Currency currency(Instant at) {
        return assessor.currency(at);
    }

    Incident.Figures figures(Incident incident, Instant end) {
        var course = assessor.course(incident);
        return figures(course, () -> tolerable(principal(incident, course), incident.startedAt()), end);
    }

    /** @param tolerable of the target that was in force when it started; asked only where it is needed */
    static Incident.Figures figures(Course course, Supplier<Optional<Duration>> tolerable, Instant end) {
        if (!Assessor.isReckonable(course)) return new Incident.Figures(null, null, null, null);
        var loss = Loss.at(course, end).amount();
        return tolerable.get()
                .map(time -> Protection.of(course, time, end))
                .map(it -> new Incident.Figures(loss, it.atTolerable().amount(), it.protectedLoss().amount(), it.overrun().amount()))
                .orElseGet(() -> new Incident.Figures(loss, null, null, null));
    }

    Cost cost(Incident incident, Course course, IncidentPolicy policy, Instant now) {
        return cost(
                incident,
                course,
                policy,
                () -> tolerable(principal(incident, course), incident.startedAt()),
                now);
    }

    /**
     * @param tolerable of the target that was in force when it started; asked only where it is
     *     needed
     */
    Cost cost(
            Incident incident,
            Course course,
            IncidentPolicy policy,
            Supplier<Optional<Duration>> tolerable,
            Instant now) {
        var figures = incident.figures();
        if (figures != null) {
            return fixed(figures, course);
        }
        if (!Assessor.isReckonable(course)) {
            return Cost.unknown(UNASSESSED);
        }
        var protection = tolerable.get().map(time -> Protection.of(course, time, now));
        return new Cost(
                null,
                Loss.at(course, now),
                course.perHourAt(now),
                Expectation.of(course, now),
                protection.map(Protection::atTolerable).orElse(null),
                course.statedBy(now).isPresent(),
                incident.isMajor()
                        ? null
                        : Judgement.becomesMajorAt(course, policy, now).orElse(null),
                protection.map(Protection::protectedLoss).orElse(null),
                protection.flatMap(Protection::effectiveness).orElse(null),
                protection.map(Protection::overrun).orElse(null));
    }

    /** The tolerable unavailability a week of the target in force at an instant. */
    Optional<Duration> tolerable(ServiceName service, Instant at) {
        return selection.of(service, at).tolerableUnavailabilityPerWeek();
    }

    /** The service whose target the incident is held against: the first that was affected. */
    static ServiceName principal(Incident incident, Course course) {
        return course.affected().isEmpty()
                ? incident.service()
                : course.affected().getFirst().service();
    }

    private static Cost fixed(Incident.Figures figures, Course course) {
        if (figures.loss() == null) {
            return Cost.unknown(UNASSESSED);
        }
        var currency = course.currency();
        var loss = new Money(figures.loss(), currency);
        return new Cost(
                null,
                loss,
                Money.zero(currency),
                loss,
                money(figures.atTolerable(), currency),
                !course.stated().isEmpty(),
                null,
                money(figures.protectedLoss(), currency),
                effectiveness(figures),
                money(figures.overrun(), currency));
    }

    private static @Nullable BigDecimal effectiveness(Incident.Figures figures) {
        var whole = figures.atTolerable();
        var part = figures.protectedLoss();
        return whole == null || part == null || whole.signum() == 0
                ? null
                : part.divide(whole, DIGITS, RoundingMode.HALF_UP);
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, Currency currency) {
        return amount == null ? null : new Money(amount, currency);
    }
}
