package dev.holdfast.alerts;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code alerts.alert}. Every write takes a whole batch in one statement. */
@Repository
class AlertStore {

    private static final String COLUMNS =
            """
            id, integration, dedup_key, service, state, severity, summary, source, labels, links, times,
            started_at, first_at, last_at, resolved_at, dry_run, why, incident
            """;

    private final JdbcClient db;
    private final JsonMapper json;

    AlertStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    List<Alert> lockOpen(List<AlertKey> keys) {
        return db.sql("""
                select %s
                  from alerts.alert
                 where (integration, dedup_key) in (select * from unnest(:integrations::text[], :keys::text[]))
                   and state <> 'resolved'
                 order by integration, dedup_key
                   for update
                """.formatted(COLUMNS))
                .param("integrations", Rows.column(keys, key -> key.integration().value()))
                .param("keys", Rows.column(keys, AlertKey::dedupKey))
                .query(this::alert)
                .list();
    }

    /** Of these, the keys with a closed alert that its sender says began at the same instant. */
    List<AlertKey> closedWithSameStart(List<Signal> signals) {
        return db.sql("""
                select distinct alert.integration, alert.dedup_key
                  from unnest(:integrations::text[], :keys::text[], :starts::timestamptz[])
                       as said (integration, dedup_key, started_at)
                  join alerts.alert
                    on alert.integration = said.integration
                   and alert.dedup_key = said.dedup_key
                   and alert.said_started_at = said.started_at
                   and alert.state = 'resolved'
                """)
                .param("integrations", Rows.column(signals, signal -> signal.key().integration().value()))
                .param("keys", Rows.column(signals, signal -> signal.key().dedupKey()))
                .param("starts", Rows.column(signals, signal -> text(signal.saidStartedAt())))
                .query((row, number) -> key(row))
                .list();
    }

    /** How many of them were not open yet. Fewer than given: another transaction was faster with one. */
    int insert(List<Opening> openings) {
        return db.sql("""
                insert into alerts.alert
                       (id, integration, dedup_key, service, state, severity, summary, source, labels, links, payload,
                        said_started_at, started_at, first_at, last_at, dry_run, why, incident)
                select id, integration, dedup_key, service, 'triggered', severity, summary, source, labels, links, payload,
                       said_started_at, started_at, first_at, first_at, dry_run, why, incident
                  from unnest(:ids::uuid[], :integrations::text[], :keys::text[], :services::text[], :severities::text[],
                              :summaries::text[], :sources::text[], :labels::jsonb[], :links::jsonb[], :payloads::text[],
                              :said::timestamptz[], :started::timestamptz[], :received::timestamptz[],
                              :dry::boolean[], :whys::text[], :incidents::uuid[])
                       as said (id, integration, dedup_key, service, severity, summary, source, labels, links, payload,
                                said_started_at, started_at, first_at, dry_run, why, incident)
                 order by integration, dedup_key
                    on conflict (integration, dedup_key) where state <> 'resolved' do nothing
                """)
                .param("ids", Rows.column(openings, opening -> opening.id().toString()))
                .param("integrations", Rows.column(openings, opening -> opening.signal().key().integration().value()))
                .param("keys", Rows.column(openings, opening -> opening.signal().key().dedupKey()))
                .param("services", Rows.column(openings, opening -> text(opening.route().service())))
                .param("severities", Rows.column(openings, opening -> opening.signal().severity().toString()))
                .param("summaries", Rows.column(openings, opening -> opening.signal().summary()))
                .param("sources", Rows.column(openings, opening -> opening.signal().source()))
                .param("labels", Rows.column(openings, opening -> json.writeValueAsString(opening.signal().labels())))
                .param("links", Rows.column(openings, opening -> json.writeValueAsString(opening.signal().links())))
                .param("payloads", Rows.column(openings, opening -> opening.signal().payload()))
                .param("said", Rows.column(openings, opening -> text(opening.signal().saidStartedAt())))
                .param("started", Rows.column(openings, opening -> text(opening.startedAt())))
                .param("received", Rows.column(openings, opening -> text(opening.signal().receivedAt())))
                .param("dry", Rows.column(openings, opening -> String.valueOf(opening.route().dryRun())))
                .param("whys", Rows.column(openings, opening -> opening.route().why()))
                .param("incidents", Rows.column(openings, opening -> text(opening.incident())))
                .update();
    }

    void awaken(List<Opening> openings) {
        db.sql("""
                update alerts.alert
                   set incident = said.incident, service = said.service, dry_run = said.dry_run, why = said.why
                  from unnest(:ids::uuid[], :incidents::uuid[], :services::text[], :dry::boolean[], :whys::text[])
                       as said (id, incident, service, dry_run, why)
                 where alert.id = said.id
                """)
                .param("ids", Rows.column(openings, opening -> opening.id().toString()))
                .param("incidents", Rows.column(openings, opening -> text(opening.incident())))
                .param("services", Rows.column(openings, opening -> text(opening.route().service())))
                .param("dry", Rows.column(openings, opening -> String.valueOf(opening.route().dryRun())))
                .param("whys", Rows.column(openings, opening -> opening.route().why()))
                .update();
    }

    void repeat(List<Repeat> repeats) {
        db.sql("""
                update alerts.alert
                   set times = alert.times + said.times,
                       last_at = greatest(alert.last_at, said.at),
                       severity = said.severity
                  from unnest(:ids::uuid[], :times::bigint[], :at::timestamptz[], :severities::text[])
                       as said (id, times, at, severity)
                 where alert.id = said.id
                """)
                .param("ids", Rows.column(repeats, repeat -> repeat.alert().toString()))
                .param("times", Rows.column(repeats, repeat -> String.valueOf(repeat.times())))
                .param("at", Rows.column(repeats, repeat -> text(repeat.at())))
                .param("severities", Rows.column(repeats, repeat -> repeat.severity().toString()))
                .update();
    }

    void resolve(Collection<UUID> alerts, Instant at) {
        db.sql("""
                update alerts.alert
                   set state = 'resolved', resolved_at = greatest(:at, first_at), last_at = greatest(last_at, :at)
                 where id = any(:ids::uuid[])
                   and state <> 'resolved'
                """)
                .param("ids", Rows.column(alerts, UUID::toString))
                .param("at", utc(at))
                .update();
    }

    void resolveOf(UUID incident, Instant at) {
        db.sql("""
                update alerts.alert
                   set state = 'resolved', resolved_at = greatest(:at, first_at)
                 where incident = :incident
                   and state <> 'resolved'
                """)
                .param("incident", incident)
                .param("at", utc(at))
                .update();
    }

    void acknowledge(Collection<UUID> alerts, Instant at) {
        db.sql("""
                update alerts.alert
                   set state = 'acknowledged', acknowledged_at = :at
                 where id = any(:ids::uuid[])
                   and state = 'triggered'
                """)
                .param("ids", Rows.column(alerts, UUID::toString))
                .param("at", utc(at))
                .update();
    }

    void acknowledgeOf(UUID incident, Instant at) {
        db.sql("""
                update alerts.alert
                   set state = 'acknowledged', acknowledged_at = :at
                 where incident = :incident
                   and state = 'triggered'
                """)
                .param("incident", incident)
                .param("at", utc(at))
                .update();
    }

    void unacknowledgeOf(UUID incident) {
        db.sql("""
                update alerts.alert
                   set state = 'triggered', acknowledged_at = null
                 where incident = :incident
                   and state = 'acknowledged'
                """)
                .param("incident", incident)
                .update();
    }

    boolean anyOpen(UUID incident) {
        return db.sql("select exists (select 1 from alerts.alert where incident = :incident and state <> 'resolved')")
                .param("incident", incident)
                .query(Boolean.class)
                .single();
    }

    /** The latest, oldest first. */
    List<Alert> latestOf(UUID incident, int most) {
        return db.sql("""
                select *
                  from (select %s from alerts.alert where incident = :incident order by id desc limit :most) as latest
                 order by id
                """.formatted(COLUMNS))
                .param("incident", incident)
                .param("most", most)
                .query(this::alert)
                .list();
    }

    List<Alert> pageOf(UUID incident, @Nullable UUID after, int most) {
        return db.sql("""
                select %s
                  from alerts.alert
                 where incident = :incident
                   and (:after::uuid is null or id > :after::uuid)
                 order by id
                 limit :most
                """.formatted(COLUMNS))
                .param("incident", incident)
                .param("after", text(after))
                .param("most", most)
                .query(this::alert)
                .list();
    }

    Map<UUID, Long> counts(Collection<UUID> incidents) {
        return db
                .sql("""
                select incident, count(*) as alerts
                  from alerts.alert
                 where incident = any(:incidents::uuid[])
                 group by incident
                """)
                .param("incidents", Rows.column(incidents, UUID::toString))
                .query((row, number) -> Map.entry(row.getObject("incident", UUID.class), row.getLong("alerts")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<ServiceName, Firing> firing(Collection<ServiceName> services) {
        return db
                .sql("""
                select service, count(*) filter (where not dry_run) as open, count(*) filter (where dry_run) as dry
                  from alerts.alert
                 where service = any(:services::text[])
                   and state <> 'resolved'
                 group by service
                """)
                .param("services", services.stream().map(ServiceName::value).toArray(String[]::new))
                .query((row, number) -> Map.entry(new ServiceName(row.getString("service")), new Firing(row.getInt("open"), row.getInt("dry"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Alert> find(UUID id) {
        return db.sql("select %s from alerts.alert where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(this::alert)
                .optional();
    }

    List<Alert> list(AlertFilter filter, @Nullable UUID before, int most) {
        return db.sql("""
                select %s
                  from alerts.alert
                 where (:service::text is null or service = :service::text)
                   and (:integration::text is null or integration = :integration::text)
                   and (:state::text is null or state = :state::text)
                   and (:from::timestamptz is null or last_at >= :from::timestamptz)
                   and (:to::timestamptz is null or first_at < :to::timestamptz)
                   and (not :unrouted or service is null)
                   and (:before::uuid is null or id < :before::uuid)
                 order by id desc
                 limit :most
                """.formatted(COLUMNS))
                .param("service", filter.service())
                .param("integration", filter.integration())
                .param("state", filter.state() == null ? null : filter.state().toString())
                .param("from", text(filter.from()))
                .param("to", text(filter.to()))
                .param("unrouted", filter.unrouted())
                .param("before", text(before))
                .param("most", most)
                .query(this::alert)
                .list();
    }

    /** What of their labels matters to the routes of these integrations, each set once, the last said first. */
    List<SaidLabels> saidSince(Instant since, Map<String, Set<String>> mattering, int most) {
        var pairs = mattering.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(label -> Map.entry(each.getKey(), label)))
                .toList();
        return db.sql("""
                select integration, said, max(last_at) as last_at
                  from (select alert.integration, alert.last_at,
                               (select coalesce(jsonb_object_agg(matter.label, alert.labels -> matter.label), '{}')
                                  from unnest(:integrations::text[], :labels::text[]) as matter (integration, label)
                                 where matter.integration = alert.integration
                                   and jsonb_exists(alert.labels, matter.label)) as said
                          from alerts.alert
                         where alert.last_at >= :since
                           and alert.integration = any(:integrations::text[])) as heard
                 where said <> '{}'
                 group by integration, said
                 order by max(last_at) desc, integration, said::text
                 limit :most
                """)
                .param("since", utc(since))
                .param("integrations", Rows.column(pairs, Map.Entry::getKey))
                .param("labels", Rows.column(pairs, Map.Entry::getValue))
                .param("most", most)
                .query((row, number) -> new SaidLabels(
                        row.getString("integration"),
                        json.readValue(row.getString("said"), new TypeReference<Map<String, String>>() {})))
                .list();
    }

    record SaidLabels(String integration, Map<String, String> labels) {}

    /** True once an hour for each integration. */
    boolean tellOfUnrouted(String integration, Instant now, Instant hourAgo) {
        return db.sql("""
                insert into alerts.unrouted_told (integration, told_at)
                values (:integration, :now)
                    on conflict (integration) do update set told_at = excluded.told_at
                 where alerts.unrouted_told.told_at <= :hourAgo
                """)
                        .param("integration", integration)
                        .param("now", utc(now))
                        .param("hourAgo", utc(hourAgo))
                        .update()
                == 1;
    }

    private Alert alert(ResultSet row, int number) throws SQLException {
        var service = row.getString("service");
        return new Alert(
                row.getObject("id", UUID.class),
                key(row),
                service == null ? null : new ServiceName(service),
                Alert.State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
                Severity.read(row.getString("severity")),
                row.getString("summary"),
                row.getString("source"),
                json.readValue(row.getString("labels"), new TypeReference<Map<String, String>>() {}),
                json.readValue(row.getString("links"), new TypeReference<List<Signal.Link>>() {}),
                row.getLong("times"),
                Rows.instant(row, "started_at"),
                Rows.instant(row, "first_at"),
                Rows.instant(row, "last_at"),
                row.getObject("resolved_at") == null ? null : Rows.instant(row, "resolved_at"),
                row.getBoolean("dry_run"),
                row.getString("why"),
                row.getObject("incident", UUID.class));
    }

    private static AlertKey key(ResultSet row) throws SQLException {
        return new AlertKey(new IntegrationName(row.getString("integration")), row.getString("dedup_key"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
