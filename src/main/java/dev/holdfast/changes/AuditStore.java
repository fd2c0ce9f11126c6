package dev.holdfast.changes;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.DeploymentConditions;
import dev.holdfast.deployments.DeploymentFilter;
import dev.holdfast.deployments.DeploymentPosition;
import dev.holdfast.deployments.Deployments;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is true of the deployments that are audited, each count and each list in one statement that reads what
 * deployments and the ledger publish beside ours. What it finds is what {@link Gaps} and {@link Evidence} say of one deployment.
 */
@Repository
class AuditStore {

    private static final String SHOWN = """
            select deployment.service, deployment.id, deployment.started_at, deployment.number,
                   deployment.environment = 'production' as guarded,
                   change.kind,
                   change.id is null as changeless,
                   coalesce(change.decided_at is not null and change.state <> 'rejected', false) as approved,
                   change.state = 'rejected' as rejected,
                   change.decided_at > deployment.started_at as late,
                   change.decided_by in (change.raised_by, deployment.deployer)
                       or change.decided_by is not null
                      and jsonb_path_exists(change.commits, '$[*].author ? (@ == $approver)', jsonb_build_object('approver', change.decided_by)) as own,
                   jsonb_path_exists(change.commits, '$[*] ? (@.reviewer != null && @.reviewer == @.author)') as unreviewed,
                   change.artifact_digest <> deployment.artifact_digest as otherwise,
                   change.kind = 'emergency' and change.decided_at is null and change.outcome is distinct from 'withdrawn'
                       and change.approval_due_by < :now as overdue,
                   deployment.status in ('failed', 'rolled-back')
                       or deployment.status = 'succeeded' and exists (
                          select from %1$s as cure
                           where cure.service = deployment.service
                             and cure.remediates in (deployment.id, deployment.version)
                             and cure.environment = deployment.environment
                             and cure.id <> deployment.id
                             and cure.at > deployment.started_at) as failed,
                   (select case when allowed then 'allowed' when record_only then 'recorded' else 'refused' end
                      from changes.decision
                     where decision.service = deployment.service
                       and decision.version = deployment.version
                       and decision.environment = deployment.environment
                       and decision.decided_at <= deployment.started_at
                     order by decided_at desc
                     limit 1) as said,
                   (select pre_production_passed
                      from %2$s as build
                     where build.service = deployment.service
                       and build.version = deployment.version) as tested,
                   exists (select from %3$s as entry
                            where entry.subject = 'deployment/' || deployment.service || '/' || deployment.id) as recorded
              from %1$s as deployment
              left join changes.release on release.service = deployment.service and release.deployment = deployment.id
              left join changes.change on change.id = release.change
             where true
            """.formatted(Deployments.ATTEMPTS, Deployments.TESTED, Ledger.SUBJECTS);

    private static final String UNAPPROVED = "(changeless or kind <> 'emergency' and not approved or kind = 'emergency' and rejected or kind = 'normal' and approved and late)";
    private static final String SAME_PERSON = "(kind <> 'standard' and approved and own or unreviewed)";
    private static final String GAP = "(" + UNAPPROVED + " or " + SAME_PERSON + " or otherwise or overdue)";

    private final JdbcClient db;

    AuditStore(JdbcClient db) {
        this.db = db;
    }

    /** Which deployment, and where it stands in a list of them. */
    record Found(ServiceName service, String id, DeploymentPosition position) {

        /** As {@code Deployments.these} takes it. */
        String name() {
            return service + "/" + id;
        }
    }

    AuditSummary count(DeploymentFilter population, Instant now) {
        var counted = Arrays.stream(Trait.values())
                .map(trait -> "count(*) filter (where " + condition(trait) + ") as " + trait.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(",\n       "));
        return asked(population, now, "with shown as materialized (\n", ")\nselect count(*) as population,\n       " + counted + "\n  from shown")
                .query(AuditStore::summary)
                .single();
    }

    private static AuditSummary summary(ResultSet row, int number) throws SQLException {
        var counts = new EnumMap<Trait, Integer>(Trait.class);
        for (var trait : Trait.values()) counts.put(trait, row.getInt(trait.name().toLowerCase(Locale.ROOT)));
        return new AuditSummary(row.getInt("population"), counts);
    }

    /** The latest started first, older than a position where there is one. */
    List<Found> list(AuditQuestion question, @Nullable DeploymentPosition before, int most, Instant now) {
        var position = before == null ? "" : "\n   and (started_at, number) < (:before, :beforeNumber)";
        var query = found(question, position + "\n order by started_at desc, number desc\n limit :most", now).param("most", most);
        if (before != null) query = query.param("before", before.startedAt().atOffset(UTC)).param("beforeNumber", before.number());
        return query.query(AuditStore::found).list();
    }

    /** So many, in an order that a seed gives. */
    List<Found> drawn(AuditQuestion question, int size, long seed, Instant now) {
        return found(question, "\n order by md5(:seed || '/' || service || '/' || id), number\n limit :most", now)
                .param("seed", Long.toString(seed))
                .param("most", size)
                .query(AuditStore::found)
                .list();
    }

    private JdbcClient.StatementSpec found(AuditQuestion question, String rest, Instant now) {
        var only = question.only() == null ? "true" : condition(question.only());
        return asked(question.population(), now, "select service, id, started_at, number\n  from (\n", ") as shown\n where (" + only + ")" + rest);
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                new ServiceName(row.getString("service")), row.getString("id"), new DeploymentPosition(Rows.instant(row, "started_at"), row.getLong("number")));
    }

    private JdbcClient.StatementSpec asked(DeploymentFilter population, Instant now, String head, String rest) {
        var conditions = new DeploymentConditions(population);
        return conditions.bound(db.sql(head + SHOWN + conditions.sql() + rest).param("now", now.atOffset(UTC)));
    }

    /** In what {@link #SHOWN} shows; what is null there is not so. */
    private static String condition(Trait trait) {
        return switch (trait) {
            case IN_ORDER -> "not coalesce(guarded and " + GAP + ", false)";
            case WITH_GAPS -> "guarded and " + GAP;
            case NO_CHANGE -> "guarded and changeless";
            case NOT_APPROVED -> "guarded and (kind <> 'emergency' and not approved or kind = 'emergency' and rejected)";
            case APPROVED_AFTER_START -> "guarded and kind = 'normal' and approved and late";
            case SELF_APPROVED -> "guarded and kind <> 'standard' and approved and own";
            case AUTHOR_ONLY_REVIEW -> "guarded and unreviewed";
            case DIGEST_DIFFERS -> "guarded and otherwise";
            case APPROVAL_OVERDUE -> "guarded and overdue";
            case STANDARD, NORMAL, EMERGENCY -> "kind = '" + trait.word() + "'";
            case APPROVED -> "not guarded or approved and not " + UNAPPROVED;
            case WITHOUT_APPROVER -> "guarded and not approved";
            case ASKED -> "said is not null";
            case ALLOWED -> "said = 'allowed'";
            case REFUSED -> "said = 'refused'";
            case ONLY_RECORDED -> "said = 'recorded'";
            case NEVER_ASKED -> "said is null";
            case FAILED -> "failed";
            case UNAUTHORISED -> "guarded and (" + UNAPPROVED + " or overdue)";
            case UNDOCUMENTED -> "not coalesce(tested and (not guarded or approved and not " + UNAPPROVED + "), false)";
            case SAME_PERSON -> "guarded and " + SAME_PERSON;
            case UNTESTED -> "tested is not true";
            case UNRECORDED -> "not recorded";
        };
    }
}
