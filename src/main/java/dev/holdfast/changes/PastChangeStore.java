package dev.holdfast.changes;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes by what they are called where they were kept before. */
@Repository
class PastChangeStore {

    private final JdbcClient db;
    private final ChangeRows rows;

    PastChangeStore(JdbcClient db, ChangeRows rows) {
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
}
