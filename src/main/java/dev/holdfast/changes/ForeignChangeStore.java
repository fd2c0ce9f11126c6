package dev.holdfast.changes;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.rows.Rows;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes by what they are called where they were kept before. */
@Repository
class ForeignChangeStore {

    private final JdbcClient db;
    private final ChangeRows rows;

    ForeignChangeStore(JdbcClient db, ChangeRows rows) {
        this.db = db;
        this.rows = rows;
    }

    /** The changes of their services that these deployments name, by our number or by the one of before; one query. */
    Map<ReleaseStore.Ref, Change> named(List<Deployment> deployments) {
        if (deployments.isEmpty()) return Map.of();
        return db.sql("""
                select distinct on (wanted.service, wanted.deployment) change.*, wanted.deployment as went
                  from unnest(:services, :deployments, :references) as wanted (service, deployment, reference)
                 cross join lateral (
                       select past.change as id, 0 as rank
                         from changes.past
                        where past.service = wanted.service
                          and past.reference = wanted.reference
                        union all
                       select change.id, 1
                         from changes.change
                        where change.number = substring(wanted.reference from '^(?:[Cc][Hh][Gg]-)?([0-9]{1,18})$')::bigint
                          and change.service = wanted.service) as found
                  join changes.change on change.id = found.id
                 order by wanted.service, wanted.deployment, found.rank
                """)
                .param("services", deployments.stream().map(each -> each.service().value()).toArray(String[]::new))
                .param("deployments", deployments.stream().map(Deployment::id).toArray(String[]::new))
                .param("references", deployments.stream().map(each -> Objects.requireNonNull(each.change())).toArray(String[]::new))
                .query((row, number) ->
                        Map.entry(new ReleaseStore.Ref(new ServiceName(row.getString("service")), row.getString("went")), rows.read(row, number)))
                .list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    /** What a past change is known by. */
    record Key(ServiceName service, String reference) {

        static Key of(ForeignChange change) {
            return new Key(change.service(), change.reference());
        }
    }

    /** A past change with the id that it has here. */
    record Made(ChangeId id, ForeignChange past) {}

    Set<Key> known(List<ForeignChange> asked) {
        return new HashSet<>(db.sql("""
                select service, reference
                  from changes.past
                 where (service, reference) in (select * from unnest(:services::text[], :references::text[]))
                """)
                .param("services", Rows.column(asked, each -> each.service().value()))
                .param("references", Rows.column(asked, ForeignChange::reference))
                .query((row, number) -> new Key(new ServiceName(row.getString("service")), row.getString("reference")))
                .list());
    }

    /** Closed as they are, with the numbers that they have here: in the order in which they were raised. */
    Map<Made, Long> add(List<Made> changes, String by) {
        var numbers = db.sql("""
                with said as (
                     select *
                       from unnest(:ids::uuid[], :kinds::text[], :outcomes::text[], :services::text[], :versions::text[], :environments::text[],
                                   :summaries::text[], :descriptions::text[], :incidents::text[], :raisedBy::text[], :raisedAt::timestamptz[],
                                   :decidedBy::text[], :decidedAt::timestamptz[], :closedAt::timestamptz[], :references::text[])
                            as said (id, kind, outcome, service, version, environment, summary, description, incident, raised_by, raised_at,
                                     decided_by, decided_at, closed_at, reference)),
                     made as (
                     insert into changes.change
                            (id, kind, state, outcome, service, version, environment, summary, description, incident, raised_by, raised_at,
                             decided_by, decided_at, valid_from, commits, unmet, closed_at)
                     select id, kind, 'closed', outcome, service, version, environment, summary, description, incident, raised_by, raised_at,
                            decided_by, decided_at, decided_at, '[]', '{}', closed_at
                       from said
                      order by raised_at, reference
                     returning id, number),
                     called as (
                     insert into changes.past (service, reference, change) select service, reference, id from said)
                select id, number from made
                """)
                .param("ids", Rows.column(changes, each -> each.id().value().toString()))
                .param("kinds", Rows.column(changes, each -> each.past().kind().word()))
                .param("outcomes", Rows.column(changes, each -> each.past().outcome().word()))
                .param("services", Rows.column(changes, each -> each.past().service().value()))
                .param("versions", Rows.column(changes, each -> each.past().version()))
                .param("environments", Rows.column(changes, each -> each.past().environment()))
                .param("summaries", Rows.column(changes, each -> each.past().summary()))
                .param("descriptions", Rows.column(changes, each -> each.past().description()))
                .param("incidents", Rows.column(changes, each -> each.past().incident()))
                .param("raisedBy", Rows.column(changes, each -> Objects.requireNonNullElse(each.past().raisedBy(), by)))
                .param("raisedAt", Rows.column(changes, each -> each.past().raisedAt().toString()))
                .param("decidedBy", Rows.column(changes, each -> each.past().approvedBy()))
                .param("decidedAt", Rows.column(changes, each -> each.past().approvedAt() == null ? null : each.past().approvedAt().toString()))
                .param("closedAt", Rows.column(changes, each -> each.past().closedAt().toString()))
                .param("references", Rows.column(changes, each -> each.past().reference()))
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getLong("number")))
                .list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return changes.stream().collect(Collectors.toMap(each -> each, each -> numbers.getOrDefault(each.id().value(), 0L), (one, same) -> one, LinkedHashMap::new));
    }
}
