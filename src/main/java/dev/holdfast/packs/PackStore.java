package dev.holdfast.packs;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The packs that were made last. */
@Repository
class PackStore {

    private final JdbcClient db;

    PackStore(JdbcClient db) {
        this.db = db;
    }

    void replace(List<Pack> packs) {
        db.sql("delete from packs.pack where name <> all (:names::text[])")
                .param("names", packs.stream().map(Pack::name).toArray(String[]::new))
                .update();
        packs.forEach(this::keep);
    }

    private void keep(Pack pack) {
        db.sql("""
                insert into packs.pack (name, title, services, made_at, page, signature)
                values (:name, :title, :services, :at, :page, :signature)
                    on conflict (name) do update
                   set title = excluded.title, services = excluded.services, made_at = excluded.made_at,
                       page = excluded.page, signature = excluded.signature
                """)
                .param("name", pack.name())
                .param("title", pack.title())
                .param("services", pack.services())
                .param("at", pack.madeAt().atOffset(UTC))
                .param("page", pack.page())
                .param("signature", pack.signature())
                .update();
    }

    Optional<Instant> madeAt() {
        return db.sql("select max(made_at) as made_at from packs.pack")
                .query((row, number) -> Optional.ofNullable(Rows.instantOrNull(row, "made_at")))
                .single();
    }

    Optional<Pack> find(String name) {
        return db.sql("select * from packs.pack where name = :name").param("name", name).query(PackStore::pack).optional();
    }

    List<Pack> all() {
        return db.sql("select * from packs.pack order by title, name").query(PackStore::pack).list();
    }

    /** Without their pages: what a list shows. */
    List<Packs.Listed> list() {
        return db.sql("select name, title, services, made_at, octet_length(page) as bytes from packs.pack order by title, name")
                .query((row, number) -> new Packs.Listed(
                        row.getString("name"), row.getString("title"), row.getInt("services"),
                        Rows.instant(row, "made_at"), row.getInt("bytes")))
                .list();
    }

    private static Pack pack(ResultSet row, int number) throws SQLException {
        return new Pack(
                row.getString("name"),
                row.getString("title"),
                row.getInt("services"),
                Rows.instant(row, "made_at"),
                row.getBytes("page"),
                row.getBytes("signature"));
    }
}
