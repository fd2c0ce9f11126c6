package dev.holdfast.operatingmodel;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toMap;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.rows.Rows;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The decisions taken, never changed. */
@Repository
class DecisionStore {

    private final JdbcClient db;

    DecisionStore(JdbcClient db) {
        this.db = db;
    }

    void add(Decision decision) {
        var inputs = decision.inputs();
        var exposure = inputs.exposure();
        var calculated = decision.calculated();
        var overriding = decision.overriding();
        db.sql(
                        """
                insert into operatingmodel.decision
                       (id, service, at, by, revenue, cost, demand, kind, policy_version,
                        calculated_level, calculated_band, calculated_every_days, calculated_model,
                        calculated_working_hours, calculated_out_of_hours, calculated_cautions,
                        override_level, override_model, override_out_of_hours, reason, until)
                values (:id, :service, :at, :by, :revenue, :cost, :demand, :kind, :policyVersion,
                        :level, :band, :everyDays, :model,
                        :workingHours, :outOfHours, string_to_array(:cautions, ','),
                        :newLevel, :newModel, :newOutOfHours, :reason, :until)
                """)
                .param("id", decision.id())
                .param("service", decision.service().value())
                .param("at", decision.at().atOffset(UTC))
                .param("by", decision.by())
                .param("revenue", exposure == null ? null : exposure.revenue(), Types.NUMERIC)
                .param("cost", exposure == null ? null : exposure.cost(), Types.NUMERIC)
                .param("demand", inputs.demand(), Types.VARCHAR)
                .param(
                        "kind",
                        inputs.kind() == null ? null : DecisionRows.kind(inputs.kind()),
                        Types.VARCHAR)
                .param("policyVersion", decision.policyVersion())
                .params(DecisionRows.calculated(calculated))
                .params(DecisionRows.overriding(overriding))
                .param("reason", decision.reason())
                .param(
                        "until",
                        Rows.utc(decision.until()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    Optional<Decision> latest(ServiceName service, Instant at) {
        return db.sql(
                        """
                select *
                  from operatingmodel.decision
                 where service = :service
                   and at <= :at
                 order by at desc, sequence desc
                 limit 1
                """)
                .param("service", service.value())
                .param("at", at.atOffset(UTC))
                .query(DecisionRows::decision)
                .optional();
    }

    Map<ServiceName, Decision> latest(Instant at) {
        return db
                .sql(
                        """
                select distinct on (service) *
                  from operatingmodel.decision
                 where at <= :at
                 order by service, at desc, sequence desc
                """)
                .param("at", at.atOffset(UTC))
                .query(DecisionRows::decision)
                .list()
                .stream()
                .collect(toMap(Decision::service, decision -> decision));
    }

    /**
     * The latest decision of each service at its instant, in the order of what is asked; one query.
     */
    Map<ServiceMoment, Decision> latest(Collection<ServiceMoment> moments) {
        var asked = moments.stream().distinct().toList();
        return db
                .sql(
                        """
                select asked.place, decision.*
                  from unnest(:services::text[], :instants::timestamptz[]) with ordinality as asked (name, instant, place)
                 cross join lateral (select *
                                       from operatingmodel.decision
                                      where service = asked.name
                                        and at <= asked.instant
                                      order by at desc, sequence desc
                                      limit 1) as decision
                """)
                .param(
                        "services",
                        asked.stream().map(it -> it.service().value()).toArray(String[]::new))
                .param(
                        "instants",
                        asked.stream().map(it -> it.at().toString()).toArray(String[]::new))
                .query(
                        (row, number) ->
                                Map.entry(
                                        asked.get(row.getInt("place") - 1),
                                        DecisionRows.decision(row, number)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What was decided of these services from that instant on, and what stood then; the latest first. */
    List<Decision> from(Collection<ServiceName> services, Instant from) {
        return db.sql(
                        """
                select decision.*
                  from operatingmodel.decision
                 where service = any(:services)
                   and at >= coalesce((select max(earlier.at)
                                         from operatingmodel.decision as earlier
                                        where earlier.service = decision.service
                                          and earlier.at <= :from), '-infinity')
                 order by at desc, sequence desc
                """)
                .param("services", services.stream().map(ServiceName::value).toArray(String[]::new))
                .param("from", from.atOffset(UTC))
                .query(DecisionRows::decision)
                .list();
    }

    /** The latest first, from before a decision on where one is named. */
    List<Decision> of(ServiceName service, @Nullable UUID before, int most) {
        return db.sql(
                        """
                select *
                  from operatingmodel.decision
                 where service = :service
                   and (:before::uuid is null
                        or sequence < (select sequence from operatingmodel.decision where id = :before::uuid))
                 order by sequence desc
                 limit :most
                """)
                .param("service", service.value())
                .param("before", before == null ? null : before.toString(), Types.VARCHAR)
                .param("most", most)
                .query(DecisionRows::decision)
                .list();
    }
}
