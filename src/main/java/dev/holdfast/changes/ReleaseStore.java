package dev.holdfast.changes;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Deployment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By which change a deployment went. */
@Repository
class ReleaseStore {

    private final JdbcClient db;
    private final ChangeRows rows;

    ReleaseStore(JdbcClient db, ChangeRows rows) {
        this.db = db;
        this.rows = rows;
    }

    /** A deployment of a service, by its sender's id. */
    record Ref(ServiceName service, String deployment) {

        static Ref of(Deployment deployment) {
            return new Ref(deployment.service(), deployment.id());
        }
    }

    /** The first change that a deployment is said to have gone by stays; one statement. */
    void went(Map<Ref, Change> releases) {
        if (releases.isEmpty()) return;
        var inOrder = releases.entrySet().stream().sorted(Comparator.comparing(each -> each.getKey().service() + "\n" + each.getKey().deployment())).toList();
        db.sql("""
                insert into changes.release (service, deployment, change)
                select * from unnest(:services::text[], :deployments::text[], :changes::uuid[])
                    on conflict do nothing
                """)
                .param("services", inOrder.stream().map(each -> each.getKey().service().value()).toArray(String[]::new))
                .param("deployments", inOrder.stream().map(each -> each.getKey().deployment()).toArray(String[]::new))
                .param("changes", inOrder.stream().map(each -> each.getValue().id().value().toString()).toArray(String[]::new))
                .update();
    }

    /** By which change these deployments went; one query. */
    Map<Ref, Change> by(List<Ref> deployments) {
        if (deployments.isEmpty()) return Map.of();
        return db.sql("""
                select change.*, release.deployment as went
                  from unnest(:services, :deployments) as wanted (service, deployment)
                  join changes.release on release.service = wanted.service and release.deployment = wanted.deployment
                  join changes.change on change.id = release.change
                """)
                .param("services", deployments.stream().map(each -> each.service().value()).toArray(String[]::new))
                .param("deployments", deployments.stream().map(Ref::deployment).toArray(String[]::new))
                .query((row, number) -> Map.entry(new Ref(new ServiceName(row.getString("service")), row.getString("went")), rows.read(row, number)))
                .list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    Optional<Change> by(Ref deployment) {
        return Optional.ofNullable(by(List.of(deployment)).get(deployment));
    }
}
