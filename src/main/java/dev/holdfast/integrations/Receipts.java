package dev.holdfast.integrations;

import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.http.TooLarge;
import dev.holdfast.quantities.TimeOrdered;
import dev.holdfast.rows.Rows;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** What senders say that is no alert, kept as it was said. */
@Repository
public class Receipts {

    private final JdbcClient db;

    Receipts(JdbcClient db) {
        this.db = db;
    }

    /**
     * The body as it came, whatever its content type says: read before anybody takes it for a form.
     *
     * @throws TooLarge when it has more bytes than its sender may send
     */
    public static byte[] body(HttpServletRequest request, int most) throws IOException {
        var body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw new TooLarge(most);
        }
        return body;
    }

    /** A change that somebody told of: what was deployed or set, where, and when. */
    public record ChangeEvent(String integration, String summary, @Nullable String source, Instant at) {}

    /** What these integrations told of, the latest first. */
    public List<ChangeEvent> changes(Collection<IntegrationName> integrations, Instant from, Instant to, int most) {
        return db.sql("""
                select integration, summary, source, at
                  from integrations.change_event
                 where integration = any(:integrations::text[])
                   and at > :from
                   and at <= :to
                 order by at desc
                 limit :most
                """)
                .param("integrations", integrations.stream().map(IntegrationName::value).toArray(String[]::new))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> new ChangeEvent(
                        row.getString("integration"), row.getString("summary"), row.getString("source"),
                        Rows.instant(row, "at")))
                .list();
    }

    public void keepChange(IntegrationName integration, String summary, JsonNode event, Instant receivedAt) {
        var payload = event.path("payload");
        var said = Wire.instant(Wire.text(payload.path("timestamp")));
        db.sql("""
                insert into integrations.change_event (id, integration, summary, source, at, received_at, payload)
                values (:id, :integration, :summary, :source, :at, :receivedAt, :payload)
                """)
                .param("id", TimeOrdered.id(receivedAt))
                .param("integration", integration.value())
                .param("summary", summary)
                .param("source", Wire.text(payload.path("source")))
                .param("at", (said == null ? receivedAt : said).atOffset(ZoneOffset.UTC))
                .param("receivedAt", receivedAt.atOffset(ZoneOffset.UTC))
                .param("payload", Wire.clean(event.toString()))
                .update();
    }
}
