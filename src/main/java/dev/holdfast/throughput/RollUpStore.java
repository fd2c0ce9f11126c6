package dev.holdfast.throughput;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.rows.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rows of the roll-up: months of services, and days of all. */
@Repository
class RollUpStore {

    private static final int AT_ONCE = 2_000;

    private final JdbcClient db;

    RollUpStore(JdbcClient db) {
        this.db = db;
    }

    /** One transaction at a time rolls up. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(9152)").query((row, number) -> 0).single();
    }

    /** The numbers of these services; new ones are numbered. */
    Map<String, Integer> numbers(Collection<String> services) {
        db.sql("insert into throughput.service (name) select unnest(:names::text[]) order by 1 on conflict do nothing")
                .param("names", services.toArray(String[]::new))
                .update();
        return known(services);
    }

    Map<String, Integer> known(Collection<String> services) {
        var numbers = new HashMap<String, Integer>();
        db.sql("select name, number from throughput.service where name = any(:names)")
                .param("names", services.toArray(String[]::new))
                .query(row -> {
                    numbers.put(row.getString("name"), row.getInt("number"));
                });
        return numbers;
    }

    Map<Integer, String> all() {
        var names = new TreeMap<Integer, String>();
        db.sql("select number, name from throughput.service").query(row -> {
            names.put(row.getInt("number"), row.getString("name"));
        });
        return names;
    }

    /** When the first of them went live for the first time. */
    @Nullable Instant firstAt(Collection<Integer> services) {
        return db.sql("select min(first_at) as first_at from throughput.service where number = any(:services)")
                .param("services", services.toArray(Integer[]::new))
                .query((row, number) -> Optional.ofNullable(Rows.instantOrNull(row, "first_at")))
                .single()
                .orElse(null);
    }

    void firstAt(Map<Integer, Instant> firsts) {
        var services = new ArrayList<>(firsts.keySet());
        db.sql("""
                update throughput.service
                   set first_at = said.first_at
                  from unnest(:services::integer[], :firsts::timestamptz[]) as said (number, first_at)
                 where service.number = said.number
                   and service.first_at is distinct from said.first_at
                """)
                .param("services", services.toArray(Integer[]::new))
                .param("firsts", services.stream().map(each -> String.valueOf(firsts.get(each))).toArray(String[]::new))
                .update();
    }

    interface EachMonth {
        void month(int service, LocalDate month, byte[] packed);
    }

    /** Service by service, in order of time; some at a time are held. */
    @Transactional(readOnly = true)
    void months(Collection<Integer> services, @Nullable LocalDate first, @Nullable LocalDate last, EachMonth each) {
        db.sql("""
                select service, month, arrivals
                  from throughput.month
                 where service = any(:services)
                   and month >= coalesce(:first::date, '-infinity')
                   and month <= coalesce(:last::date, 'infinity')
                 order by service, month
                """)
                .param("services", services.toArray(Integer[]::new))
                .param("first", first)
                .param("last", last)
                .withFetchSize(AT_ONCE)
                .query(row -> {
                    each.month(row.getInt("service"), row.getObject("month", LocalDate.class), row.getBytes("arrivals"));
                });
    }

    /** Of each of these services by its name, from the month on in which that instant lies. */
    void monthsSince(Map<String, Instant> since, EachMonth each) {
        db.sql("""
                select month.*
                  from unnest(:names::text[], :firsts::date[]) as said (name, first)
                  join throughput.service using (name)
                  join throughput.month on month.service = service.number and month.month >= said.first
                """)
                .param("names", Rows.column(since.entrySet(), Map.Entry::getKey))
                .param("firsts", Rows.column(since.entrySet(), service -> Month.first(service.getValue())))
                .query(row -> {
                    each.month(row.getInt("service"), row.getObject("month", LocalDate.class), row.getBytes("arrivals"));
                });
    }

    record Key(int service, LocalDate month) {}

    void putMonths(Map<Key, byte[]> months) {
        if (months.isEmpty()) return;
        var keys = List.copyOf(months.keySet());
        db.sql("""
                insert into throughput.month (service, month, arrivals)
                select * from unnest(:services::integer[], :months::date[], :arrivals::bytea[])
                    on conflict (service, month) do update set arrivals = excluded.arrivals
                """)
                .param("services", keys.stream().map(Key::service).toArray(Integer[]::new))
                .param("months", keys.stream().map(key -> key.month().toString()).toArray(String[]::new))
                .param("arrivals", keys.stream().map(months::get).toArray(byte[][]::new))
                .update();
    }

    void removeMonths(Collection<Key> keys) {
        if (keys.isEmpty()) return;
        db.sql("""
                delete from throughput.month
                 using unnest(:services::integer[], :months::date[]) as gone (service, month)
                 where month.service = gone.service
                   and month.month = gone.month
                """)
                .param("services", keys.stream().map(Key::service).toArray(Integer[]::new))
                .param("months", keys.stream().map(key -> key.month().toString()).toArray(String[]::new))
                .update();
    }

    Map<LocalDate, byte[]> days(Collection<LocalDate> days) {
        var found = new HashMap<LocalDate, byte[]>();
        db.sql("select day, starts from throughput.day where day = any(:days::date[])")
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .query(row -> {
                    found.put(row.getObject("day", LocalDate.class), row.getBytes("starts"));
                });
        return found;
    }

    void days(Instant from, Instant to, Consumer<byte[]> each) {
        db.sql("select starts from throughput.day where day >= :first and day <= :last")
                .param("first", from.atOffset(UTC).toLocalDate())
                .param("last", to.atOffset(UTC).toLocalDate())
                .query(row -> {
                    each.accept(row.getBytes("starts"));
                });
    }

    void putDays(Map<LocalDate, byte[]> days) {
        if (days.isEmpty()) return;
        var keys = List.copyOf(days.keySet());
        db.sql("""
                insert into throughput.day (day, starts)
                select * from unnest(:days::date[], :starts::bytea[])
                    on conflict (day) do update set starts = excluded.starts
                """)
                .param("days", keys.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("starts", keys.stream().map(days::get).toArray(byte[][]::new))
                .update();
    }
}
