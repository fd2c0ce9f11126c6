package dev.holdfast.portal.web.audit;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.ServiceScope;
import dev.holdfast.changes.AuditQuestion;
import dev.holdfast.changes.Trait;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.DeploymentFilter;
import dev.holdfast.http.AskedTime;
import dev.holdfast.http.Unprocessable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which deployments the address of a page asks for. Days are those of the organisation, so that an address means the same
 * to everybody who opens it.
 *
 * @param to the last day that is meant
 * @param only of what alone rows are shown; null for all
 */
record AuditAsked(
        ServiceScope scope, String environment, LocalDate from, LocalDate to, ZoneId zone, @Nullable Trait only, @Nullable String cursor) {

    private static final List<Integer> DAYS = List.of(90, 30, 7, 1);
    private static final int MOST_YEARS = 2;

    /**
     * @param muchFrom from when on a population takes long to look through: where no first day is said, the time is the longest that begins
     *     after that
     */
    static AuditAsked of(Map<String, String> given, CatalogueView view, Instant now, Function<DeploymentFilter, Optional<Instant>> muchFrom) {
        var zone = view.calendar().zone();
        var to = day("to", given, zone, now.atZone(zone).toLocalDate());
        if (!given.getOrDefault("from", "").isBlank()) return since(given, day("from", given, zone, to), to, zone);
        var longest = lasting(DAYS.getFirst(), given, to, zone);
        var much = muchFrom.apply(longest.population(view));
        return DAYS.stream()
                .map(days -> lasting(days, given, to, zone))
                .filter(each -> much.isEmpty() || each.start().isAfter(much.get()))
                .findFirst()
                .orElseGet(() -> lasting(DAYS.getLast(), given, to, zone));
    }

    private static AuditAsked lasting(int days, Map<String, String> given, LocalDate to, ZoneId zone) {
        return since(given, to.minusDays(days - 1L), to, zone);
    }

    private static AuditAsked since(Map<String, String> given, LocalDate from, LocalDate to, ZoneId zone) {
        if (to.isBefore(from)) throw Unprocessable.of("to", "OUT_OF_RANGE", "The last day is before the first.");
        if (to.isAfter(from.plusYears(MOST_YEARS))) throw Unprocessable.of("from", "OUT_OF_RANGE", "At most two years are asked for at once.");
        var environment = given.getOrDefault("environment", "").strip();
        return new AuditAsked(
                ServiceScope.of(given.get("service"), given.get("team"), given.get("domain")), environment.isEmpty() ? Deployment.PRODUCTION : environment, from, to,
                zone, chosen(given.getOrDefault("only", "")), given.get("cursor"));
    }

    private static LocalDate day(String field, Map<String, String> given, ZoneId zone, LocalDate absent) {
        var text = given.getOrDefault(field, "").strip();
        return text.isEmpty() ? absent : AskedTime.dayOrInstant(field, text, zone).atZone(zone).toLocalDate();
    }

    private static @Nullable Trait chosen(String word) {
        if (word.isBlank()) return null;
        return Trait.named(word.strip()).orElseThrow(() -> Unprocessable.of("only", "UNKNOWN_VALUE", "Nothing is counted by “" + word + "”."));
    }

    boolean isProduction() {
        return environment.equals(Deployment.PRODUCTION);
    }

    boolean isOfAll() {
        return scope.isAll() && isProduction();
    }

    DeploymentFilter population(CatalogueView view) {
        return new DeploymentFilter(scope.services(view), environment, start(), end());
    }

    AuditQuestion question(CatalogueView view) {
        return new AuditQuestion(population(view), only);
    }

    private Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    private Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Whether more may come into it. */
    boolean isOpen(Instant now) {
        return end().isAfter(now);
    }

    AuditAsked during(LocalDate first, LocalDate last) {
        return new AuditAsked(scope, environment, first, last, zone, only, null);
    }

    AuditAsked only(@Nullable Trait trait) {
        return new AuditAsked(scope, environment, from, to, zone, trait, null);
    }

    AuditAsked in(ServiceScope other, String otherEnvironment) {
        return new AuditAsked(other, otherEnvironment, from, to, zone, null, null);
    }

    String address(String path, Map<String, String> further) {
        return written(path, from.toString(), to.toString(), isProduction() ? "" : environment, further);
    }

    String address(String path) {
        return address(path, Map.of());
    }

    /** Where the rows of it begin on their page. */
    String rows() {
        return address("/audit") + "#list";
    }

    /** The same as programs ask for it: by instants. */
    String program(String path, Map<String, String> further) {
        return written("/api/v1/audit" + path, start().toString(), end().toString(), isProduction() ? "" : environment, further);
    }

    /** The scope alone. */
    String scoped(String path) {
        return only(null).written(path, "", "", "", Map.of());
    }

    private String written(String path, String first, String last, String where, Map<String, String> further) {
        var values = new LinkedHashMap<String, String>();
        values.put("service", scope.service());
        values.put("team", scope.team());
        values.put("domain", scope.domain());
        values.put("environment", where);
        values.put("from", first);
        values.put("to", last);
        values.put("only", only == null ? "" : only.word());
        values.putAll(further);
        values.values().removeIf(String::isEmpty);
        var address = UriComponentsBuilder.fromPath(path);
        values.keySet().forEach(field -> address.queryParam(field, "{" + field + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }
}
