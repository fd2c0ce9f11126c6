package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.ServiceKind;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.Decision.Inputs;
import dev.holdfast.quantities.AvailabilityLevel;
import dev.holdfast.rows.Rows;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/** Decisions as rows, and rows as decisions. */
final class DecisionRows {

    private DecisionRows() {}

    static Map<String, ?> calculated(@Nullable Outcome outcome) {
        var cautions = outcome == null
                ? ""
                : outcome.cautions().stream().map(Enum::name).collect(Collectors.joining(","));
        return Map.of(
                "level", number(outcome == null ? null : outcome.level().percent()),
                "band", text(outcome == null ? null : outcome.deploymentTarget().name()),
                "everyDays", new SqlParameterValue(
                        Types.INTEGER, outcome == null ? null : outcome.deploymentTarget().everyDays()),
                "model", text(outcome == null ? null : outcome.operatingModel().word()),
                "workingHours", text(outcome == null ? null : outcome.onCall().workingHours().word()),
                "outOfHours", text(outcome == null ? null : outcome.onCall().outOfHours().word()),
                "cautions", text(cautions));
    }

    static Map<String, ?> overriding(@Nullable Overriding overriding) {
        var level = overriding == null ? null : overriding.level();
        var model = overriding == null ? null : overriding.operatingModel();
        var outOfHours = overriding == null ? null : overriding.outOfHours();
        return Map.of(
                "newLevel", number(level == null ? null : level.percent()),
                "newModel", text(model == null ? null : model.word()),
                "newOutOfHours", text(outOfHours == null ? null : outOfHours.word()));
    }

    static String kind(ServiceKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static Decision decision(ResultSet row, int number) throws SQLException {
        return new Decision(
                required(row.getObject("id", UUID.class)),
                new ServiceName(required(row.getString("service"))),
                Rows.instant(row, "at"),
                required(row.getString("by")),
                inputs(row),
                row.getInt("policy_version"),
                outcome(row),
                overriding(row),
                required(row.getString("reason")),
                Rows.instantOrNull(row, "until"));
    }

    private static Inputs inputs(ResultSet row) throws SQLException {
        var revenue = row.getBigDecimal("revenue");
        var cost = row.getBigDecimal("cost");
        var kind = row.getString("kind");
        return new Inputs(
                revenue == null || cost == null ? null : new Exposure(revenue, cost),
                row.getString("demand"),
                kind == null ? null : Rows.choice(ServiceKind.class, kind));
    }

    private static @Nullable Outcome outcome(ResultSet row) throws SQLException {
        var level = row.getBigDecimal("calculated_level");
        if (level == null) return null;
        var onCall = new OnCall(
                Rows.choice(OnCallLevel.class, required(row.getString("calculated_working_hours"))),
                Rows.choice(OnCallLevel.class, required(row.getString("calculated_out_of_hours"))));
        return new Outcome(
                new AvailabilityLevel(level),
                new DemandBand(required(row.getString("calculated_band")), row.getInt("calculated_every_days")),
                Rows.choice(OperatingModel.class, required(row.getString("calculated_model"))),
                onCall,
                cautions(row));
    }

    private static List<Caution> cautions(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("calculated_cautions").getArray();
        return Arrays.stream(names).map(Caution::valueOf).toList();
    }

    private static @Nullable Overriding overriding(ResultSet row) throws SQLException {
        var level = row.getBigDecimal("override_level");
        var model = row.getString("override_model");
        var outOfHours = row.getString("override_out_of_hours");
        if (level == null && model == null && outOfHours == null) return null;
        return new Overriding(
                model == null ? null : Rows.choice(OperatingModel.class, model),
                level == null ? null : new AvailabilityLevel(level),
                outOfHours == null ? null : Rows.choice(OnCallLevel.class, outOfHours));
    }

    private static SqlParameterValue text(@Nullable String value) {
        return new SqlParameterValue(Types.VARCHAR, value);
    }

    private static SqlParameterValue number(@Nullable BigDecimal value) {
        return new SqlParameterValue(Types.NUMERIC, value);
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
