package dev.holdfast.changes;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.rows.Rows;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How templates stand. What they say is the catalogue's; what was agreed is kept, since the document may have changed. */
@Repository
class TemplateStore {

    private final JdbcClient db;

    TemplateStore(JdbcClient db) {
        this.db = db;
    }

    /** A new revision, which nobody has agreed to. One that was retired begins anew. */
    void propose(String name, ChangeTemplate template, String by) {
        db.sql("""
                insert into changes.template (name, service, state, revision, proposed_by, environments, criteria)
                values (:name, :service, 'proposed', 1, :by, '{}', '{}')
                    on conflict (name) do update
                   set revision = template.revision + 1,
                       service = case when template.agreed_revision is null then excluded.service else template.service end,
                       state = case when template.state = 'retired' then 'proposed' else template.state end,
                       agreed_revision = case when template.state = 'retired' then null else template.agreed_revision end,
                       proposed_by = excluded.proposed_by
                """)
                .param("name", name)
                .param("service", template.service().value())
                .param("by", by)
                .update();
    }

    void agree(ChangeTemplate template, int revision, String by, Instant now) {
        db.sql("""
                update changes.template
                   set state = 'active', service = :service, agreed_revision = :revision, agreed_by = :by, agreed_at = :now,
                       environments = :environments, criteria = :criteria, expires = :expires, why = null
                 where name = :name
                """)
                .param("name", template.name())
                .param("service", template.service().value())
                .param("revision", revision)
                .param("by", by)
                .param("now", now.atOffset(UTC))
                .param("environments", template.environments().stream().sorted().toArray(String[]::new))
                .param("criteria", template.criteria().stream().sorted().map(Criterion::word).toArray(String[]::new))
                .param("expires", template.expires())
                .update();
    }

    /** Agreed anew as it was. */
    void renew(String name, LocalDate expires, String by, Instant now) {
        db.sql("update changes.template set agreed_by = :by, agreed_at = :now, expires = :expires where name = :name")
                .param("name", name)
                .param("by", by)
                .param("now", now.atOffset(UTC))
                .param("expires", expires)
                .update();
    }

    void become(String name, Standing.State state, @Nullable String why) {
        db.sql("update changes.template set state = :state, why = :why where name = :name")
                .param("name", name)
                .param("state", state.word())
                .param("why", why)
                .update();
    }

    void retire(String name, String by) {
        become(name, Standing.State.RETIRED, "Its document was ended by " + by + ".");
    }

    Optional<Standing> find(String name) {
        return db.sql("select * from changes.template where name = :name").param("name", name).query(TemplateStore::standing).optional();
    }

    /** Locked until the transaction ends. */
    Optional<Standing> lock(String name) {
        return db.sql("select * from changes.template where name = :name for update").param("name", name).query(TemplateStore::standing).optional();
    }

    List<Standing> all() {
        return db.sql("select * from changes.template order by name").query(TemplateStore::standing).list();
    }

    List<Standing> of(Collection<String> services) {
        return db.sql("select * from changes.template where service = any(:services) order by name")
                .param("services", services.toArray(String[]::new))
                .query(TemplateStore::standing)
                .list();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getString("name"),
                new ServiceName(row.getString("service")),
                Rows.choice(Standing.State.class, row.getString("state")),
                row.getInt("revision"),
                row.getString("proposed_by"),
                (Integer) row.getObject("agreed_revision"),
                row.getString("agreed_by"),
                Rows.instantOrNull(row, "agreed_at"),
                Set.of(texts(row.getArray("environments"))),
                Arrays.stream(texts(row.getArray("criteria"))).map(word -> Rows.choice(Criterion.class, word)).toList(),
                row.getObject("expires", LocalDate.class),
                row.getString("why"));
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
