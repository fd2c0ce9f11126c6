package dev.holdfast.changes;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Commit;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of {@code changes.change}. */
@Component
class ChangeRows {

    private static final TypeReference<List<Commit>> COMMITS = new TypeReference<>() {};

    private final JsonMapper json;

    ChangeRows(JsonMapper json) {
        this.json = json;
    }

    Change read(ResultSet row, int number) throws SQLException {
        return new Change(
                new ChangeId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                Rows.choice(Change.Kind.class, row.getString("kind")),
                Rows.choice(Change.State.class, row.getString("state")),
                row.getString("outcome") == null ? null : Rows.choice(Change.Outcome.class, row.getString("outcome")),
                new ServiceName(row.getString("service")),
                row.getString("version"),
                row.getString("environment"),
                row.getString("artifact_digest"),
                row.getString("summary"),
                row.getString("description"),
                row.getString("template"),
                (Integer) row.getObject("template_revision"),
                row.getString("incident"),
                row.getString("raised_by"),
                Rows.instant(row, "raised_at"),
                row.getString("decided_by"),
                Rows.instantOrNull(row, "decided_at"),
                row.getString("reason"),
                Rows.instantOrNull(row, "approval_due_by"),
                Rows.instantOrNull(row, "valid_from"),
                Rows.instantOrNull(row, "valid_until"),
                json.readValue(row.getString("commits"), COMMITS),
                Arrays.stream((String[]) row.getArray("unmet").getArray()).map(word -> Rows.choice(Criterion.class, word)).toList(),
                row.getString("deployment"),
                Rows.instantOrNull(row, "closed_at"));
    }
}
