package dev.holdfast.deployments;

import static java.time.ZoneOffset.UTC;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A filter as a statement asks for it, of the rows that it calls {@code deployment}. */
public record DeploymentConditions(DeploymentFilter filter) {

    /** One service alone is asked for as such: then its index gives its deployments in order, however many there are. */
    public String sql() {
        var sql = new StringBuilder();
        if (filter.services() != null) sql.append(isOfOne() ? " and deployment.service = :service" : " and deployment.service = any(:services)");
        if (filter.environment() != null) sql.append(" and deployment.environment = :environment");
        if (filter.from() != null) sql.append(" and deployment.started_at >= :from");
        if (filter.to() != null) sql.append(" and deployment.started_at < :to");
        return sql.toString();
    }

    /** The statement with its values. */
    public JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement) {
        var services = filter.services();
        var bound = statement;
        if (services != null) bound = isOfOne() ? bound.param("service", services.iterator().next()) : bound.param("services", services.toArray(String[]::new));
        if (filter.environment() != null) bound = bound.param("environment", filter.environment());
        if (filter.from() != null) bound = bound.param("from", filter.from().atOffset(UTC));
        if (filter.to() != null) bound = bound.param("to", filter.to().atOffset(UTC));
        return bound;
    }

    private boolean isOfOne() {
        return filter.services() != null && filter.services().size() == 1;
    }
}
