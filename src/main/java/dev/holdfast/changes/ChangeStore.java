package dev.holdfast.changes;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.rows.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Changes as rows. */
@Repository
class ChangeStore {

    private final JdbcClient db;
    private final ChangeRows rows;
    private final JsonMapper json;
    private final ChangeNews news;

    ChangeStore(JdbcClient db, ChangeRows rows, JsonMapper json, ChangeNews news) {
        this.db = db;
        this.rows = rows;
        this.json = json;
        this.news = news;
    }

    /** Its number is given here; false where one for that version and environment is open. */
    boolean add(Change change) {
        news.changed();
        return written("""
                insert into changes.change
                       (id, kind, state, outcome, service, version, environment, artifact_digest, summary, description, template,
                        template_revision, incident, raised_by, raised_at, decided_by, decided_at, reason, approval_due_by, valid_from,
                        valid_until, commits, unmet, deployment, closed_at)
                values (:id, :kind, :state, :outcome, :service, :version, :environment, :digest, :summary, :description, :template,
                        :revision, :incident, :raisedBy, :raisedAt, :decidedBy, :decidedAt, :reason, :dueBy, :validFrom,
                        :validUntil, :commits::jsonb, :unmet, :deployment, :closedAt)
                    on conflict do nothing
                """, change)
                .param("service", change.service().value())
                .param("version", change.version())
                .param("environment", change.environment())
                .param("summary", change.summary())
                .param("description", change.description())
                .param("incident", change.incident())
                .param("raisedBy", change.raisedBy())
                .param("raisedAt", change.raisedAt().atOffset(UTC))
                .update() == 1;
    }

    void change(Change change) {
        news.changed();
        written("""
                update changes.change
                   set kind = :kind, state = :state, outcome = :outcome, artifact_digest = :digest, template = :template,
                       template_revision = :revision, decided_by = :decidedBy, decided_at = :decidedAt, reason = :reason,
                       approval_due_by = :dueBy, valid_from = :validFrom, valid_until = :validUntil, commits = :commits::jsonb,
                       unmet = :unmet, deployment = :deployment, closed_at = :closedAt
                 where id = :id
                """, change).update();
    }

    /** Approvals that nobody used in time are none any more. */
    void expire(ServiceName service, Instant now) {
        db.sql("update changes.change set state = 'expired' where service = :service and state = 'approved' and valid_until <= :now")
                .param("service", service.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** By its id, or by its number with or without {@code CHG-}. */
    Optional<Change> find(String reference) {
        var number = number(reference);
        if (number != null) {
            return db.sql("select * from changes.change where number = :number").param("number", number).query(rows::read).optional();
        }
        return uuid(reference).flatMap(id -> db.sql("select * from changes.change where id = :id").param("id", id).query(rows::read).optional());
    }

    List<Change> numbered(Collection<Long> numbers) {
        if (numbers.isEmpty()) return List.of();
        return db.sql("select * from changes.change where number = any(:numbers) order by number")
                .param("numbers", numbers.toArray(Long[]::new))
                .query(rows::read)
                .list();
    }

    /** Locked until the transaction ends. */
    Change lock(ChangeId id) {
        return db.sql("select * from changes.change where id = :id for update").param("id", id.value()).query(rows::read).single();
    }

    /** Locked until the transaction ends, in one order. */
    List<Change> lock(Collection<ChangeId> ids) {
        if (ids.isEmpty()) return List.of();
        return db.sql("select * from changes.change where id = any(:ids) order by id for update")
                .param("ids", ids.stream().map(ChangeId::value).toArray(UUID[]::new))
                .query(rows::read)
                .list();
    }

    /** The open change of each of these versions of services in environments; one query. */
    List<Change> open(List<Release> releases) {
        if (releases.isEmpty()) return List.of();
        return db.sql("""
                select change.*
                  from unnest(:services, :versions, :environments) as wanted (service, version, environment)
                  join changes.change on change.service = wanted.service
                                     and change.version = wanted.version
                                     and change.environment = wanted.environment
                                     and change.state in ('raised', 'approved', 'implementing')
                """)
                .param("services", releases.stream().map(each -> each.service().value()).toArray(String[]::new))
                .param("versions", releases.stream().map(Release::version).toArray(String[]::new))
                .param("environments", releases.stream().map(Release::environment).toArray(String[]::new))
                .query(rows::read)
                .list();
    }

    /** A version of a service in an environment. */
    record Release(ServiceName service, String version, String environment) {

        static Release of(Deployment deployment) {
            return new Release(deployment.service(), deployment.version(), deployment.environment());
        }
    }

    /** The latest of a service into an environment, of any version. */
    List<Change> latest(ServiceName service, String environment, int most) {
        return db.sql("""
                select *
                  from changes.change
                 where service = :service
                   and environment = :environment
                 order by number desc
                 limit :most
                """)
                .param("service", service.value())
                .param("environment", environment)
                .param("most", most)
                .query(rows::read)
                .list();
    }

    /** Whether one was ever raised for it. */
    boolean hasRaised(ServiceName service, String version, String environment) {
        return db.sql("""
                select exists (
                       select
                         from changes.change
                        where service = :service
                          and version = :version
                          and environment = :environment)
                """)
                .param("service", service.value())
                .param("version", version)
                .param("environment", environment)
                .query(Boolean.class)
                .single();
    }

    /** The newest first, with a smaller number where there is one; null services are all, no states are any. */
    List<Change> list(@Nullable Set<String> services, Set<Change.State> states, @Nullable Long before, int most) {
        if (services != null && services.isEmpty()) return List.of();
        var sql = new StringBuilder("select * from changes.change where true");
        if (services != null) sql.append(" and service = any(:services)");
        if (!states.isEmpty()) sql.append(" and state = any(:states)");
        if (before != null) sql.append(" and number < :before");
        var query = db.sql(sql.append(" order by number desc limit :most").toString()).param("most", most);
        if (services != null) query = query.param("services", services.toArray(String[]::new));
        if (!states.isEmpty()) query = query.param("states", states.stream().map(Change.State::word).toArray(String[]::new));
        if (before != null) query = query.param("before", before);
        return query.query(rows::read).list();
    }

    /** Those that wait for a decision before they may go, the longest first; null services are all. */
    List<Change> waiting(@Nullable Set<String> services, int most) {
        return db.sql("""
                select *
                  from changes.change
                 where state = 'raised'
                   and kind <> 'emergency'
                   and (:services::text[] is null or service = any(:services::text[]))
                 order by number
                 limit :most
                """)
                .param("services", services == null ? null : services.toArray(String[]::new))
                .param("most", most)
                .query(rows::read)
                .list();
    }

    /** Those of these ids; one query. */
    List<Change> these(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return db.sql("select * from changes.change where id = any(:ids)").param("ids", ids.toArray(UUID[]::new)).query(rows::read).list();
    }

    /** Emergencies that nobody has approved, the longest owed first. */
    List<Change> owed() {
        return db.sql("""
                select *
                  from changes.change
                 where kind = 'emergency'
                   and decided_at is null
                   and outcome is distinct from 'withdrawn'
                 order by approval_due_by
                """)
                .query(rows::read)
                .list();
    }

    /** The latest of each service that ended, the latest first; one query. */
    Map<ServiceName, List<Change>> closed(Collection<ServiceName> services, int most) {
        if (services.isEmpty()) return Map.of();
        return db.sql("""
                select closed.*
                  from unnest(:services) as wanted (service)
                 cross join lateral (
                       select *
                         from changes.change
                        where change.service = wanted.service
                          and state = 'closed'
                          and outcome <> 'withdrawn'
                        order by closed_at desc
                        limit :most) as closed
                """)
                .param("services", names(services))
                .param("most", most)
                .query(rows::read)
                .list().stream()
                .collect(Collectors.groupingBy(Change::service));
    }

    /** Those of these services that may go or are going; one query. */
    List<Change> inFlight(Collection<ServiceName> services) {
        if (services.isEmpty()) return List.of();
        return db.sql("""
                select *
                  from changes.change
                 where service = any(:services)
                   and state in ('raised', 'approved', 'implementing')
                 order by number desc
                """)
                .param("services", names(services))
                .query(rows::read)
                .list();
    }

    private static String[] names(Collection<ServiceName> services) {
        return services.stream().map(ServiceName::value).toArray(String[]::new);
    }

    private JdbcClient.StatementSpec written(String sql, Change change) {
        return db.sql(sql)
                .param("id", change.id().value())
                .param("kind", change.kind().word())
                .param("state", change.state().word())
                .param("outcome", change.outcome() == null ? null : change.outcome().word())
                .param("digest", change.artifactDigest())
                .param("template", change.template())
                .param("revision", change.templateRevision())
                .param("decidedBy", change.decidedBy())
                .param("decidedAt", Rows.utc(change.decidedAt()))
                .param("reason", change.reason())
                .param("dueBy", Rows.utc(change.approvalDueBy()))
                .param("validFrom", Rows.utc(change.validFrom()))
                .param("validUntil", Rows.utc(change.validUntil()))
                .param("commits", json.writeValueAsString(change.commits()))
                .param("unmet", change.unmet().stream().map(Criterion::word).toArray(String[]::new))
                .param("deployment", change.deployment())
                .param("closedAt", Rows.utc(change.closedAt()));
    }

    private static @Nullable Long number(String reference) {
        var digits = reference.regionMatches(true, 0, "CHG-", 0, 4) ? reference.substring(4) : reference;
        return digits.length() <= 18 && !digits.isEmpty() && digits.chars().allMatch(each -> each >= '0' && each <= '9') ? Long.valueOf(digits) : null;
    }

    private static Optional<UUID> uuid(String reference) {
        try {
            return Optional.of(UUID.fromString(reference));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
