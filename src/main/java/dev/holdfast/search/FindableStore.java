package dev.holdfast.search;

import dev.holdfast.rows.Rows;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code search.entry}. */
@Repository
class FindableStore {

    private static final int LATEST = 3000;

    private final JdbcClient db;

    FindableStore(JdbcClient db) {
        this.db = db;
    }

    /** In one order, so that two who put several wait for each other and never both ways. */
    void put(Collection<Findable> entries, boolean over) {
        var sorted = entries.stream().sorted((one, other) -> key(one).compareTo(key(other))).toList();
        db.sql("""
                insert into search.entry (kind, name, title, detail, address, words, places, at, terms)
                select kind, name, title, detail, address, words::text[], places::text[], at, array_to_tsvector(terms::text[])
                  from unnest(:kinds::text[], :names::text[], :titles::text[], :details::text[], :addresses::text[],
                              :words::text[], :places::text[], :at::timestamptz[], :terms::text[])
                       as said (kind, name, title, detail, address, words, places, at, terms)
                    on conflict (kind, name)
                """ + (over ? """
                    do update set title = excluded.title, detail = excluded.detail, address = excluded.address,
                       words = excluded.words, places = excluded.places, at = excluded.at, terms = excluded.terms
                """ : "do nothing"))
                .param("kinds", Rows.column(sorted, entry -> entry.kind().word()))
                .param("names", Rows.column(sorted, Findable::name))
                .param("titles", Rows.column(sorted, Findable::title))
                .param("details", Rows.column(sorted, Findable::detail))
                .param("addresses", Rows.column(sorted, Findable::address))
                .param("words", Rows.column(sorted, entry -> list(entry.words())))
                .param("places", Rows.column(sorted, entry -> list(entry.places())))
                .param("at", Rows.column(sorted, entry -> entry.at() == null ? null : entry.at().toString()))
                .param("terms", Rows.column(sorted, entry -> list(terms(entry))))
                .update();
    }

    void remove(Findable.Kind kind, String name) {
        db.sql("delete from search.entry where kind = :kind and name = :name")
                .param("kind", kind.word())
                .param("name", name)
                .update();
    }

    /**
     * What has every word, what stands before what passes by, and whatever is called so or reached there. A word that many
     * incidents have is found among the latest; only where these are too few all are asked, of whom few have it then.
     */
    List<Findable> find(Asked asked, int most) {
        return db.sql("""
                with latest as materialized (
                    select *
                      from (select * from search.entry where at is not null order by at desc limit :latest) as passing
                     where terms @@ :terms::tsquery
                     order by at desc
                     limit :most),
                earlier as materialized (
                    select *
                      from search.entry
                     where terms @@ :terms::tsquery
                       and at is not null)
                (select *
                   from search.entry
                  where lower(name) = any(:wholes::text[])
                  order by at is null desc, at desc
                  limit :most)
                union all
                (select *
                   from search.entry
                  where places && :places::text[]
                    and places <> '{}'
                  limit :most)
                union all
                (select *
                   from search.entry
                  where terms @@ :terms::tsquery
                    and at is null
                  order by starts_with(name, :plain) or starts_with(lower(coalesce(title, name)), :plain) desc, length(name), name
                  limit :most)
                union all
                select * from latest
                union all
                (select *
                   from earlier
                  where (select count(*) from latest) < :most
                  order by at desc
                  limit :most)
                """)
                .param("wholes", asked.wholes().toArray(String[]::new))
                .param("places", asked.places().toArray(String[]::new))
                .param("terms", asked.terms())
                .param("plain", asked.plain())
                .param("latest", LATEST)
                .param("most", most)
                .query(FindableStore::entry)
                .list();
    }

    /** The words of all that stands and of the latest that passed by, without those that have digits. */
    List<String> words() {
        return db.sql("""
                select distinct word
                  from ((select terms from search.entry where at is null)
                        union all
                        (select terms from search.entry where at is not null order by at desc limit :latest)) as lately,
                       unnest(tsvector_to_array(terms)) as word
                 where word !~ '[0-9]'
                """)
                .param("latest", LATEST)
                .query(String.class)
                .list();
    }

    private static Set<String> terms(Findable entry) {
        var texts = new ArrayList<String>();
        texts.add(entry.name());
        texts.add(entry.shown());
        texts.addAll(entry.words());
        return Words.of(texts);
    }

    private static Findable entry(ResultSet row, int number) throws SQLException {
        return new Findable(
                Findable.Kind.of(row.getString("kind")), row.getString("name"), row.getString("title"), row.getString("detail"),
                row.getString("address"), texts(row.getArray("words")), texts(row.getArray("places")), Rows.instantOrNull(row, "at"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static String key(Findable entry) {
        return entry.kind().word() + "/" + entry.name();
    }

    /** An array within an array of texts, as PostgreSQL writes it. */
    private static String list(Collection<String> texts) {
        var list = new StringBuilder("{");
        for (var text : texts) {
            if (list.length() > 1) list.append(',');
            list.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        return list.append('}').toString();
    }
}
