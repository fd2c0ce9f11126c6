package dev.holdfast;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstantiationAwareExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the database when a test first asks for it, and drops it after the test. */
final class DatabaseForEachTest implements ParameterResolver, TestInstantiationAwareExtension {

    private static final Namespace OURS = Namespace.create(DatabaseForEachTest.class);

    private static final Map<Class<?>, Function<Opened, Object>> OFFERED = Map.of(
            TestDatabase.class, Opened::database,
            DataSource.class, Opened::source,
            JdbcClient.class, opened -> JdbcClient.create(opened.source()),
            TransactionTemplate.class, opened -> new TransactionTemplate(new JdbcTransactionManager(opened.source())));

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return OFFERED.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var opened = test.getStore(OURS).computeIfAbsent(Opened.class, key -> Opened.fresh(), Opened.class);
        var offered = OFFERED.get(parameter.getParameter().getType());
        if (offered == null) throw new IllegalArgumentException("Not offered: " + parameter.getParameter());
        return offered.apply(opened);
    }

    /** Closed by JUnit with the test's store. */
    private record Opened(TestDatabase database, HikariDataSource source) implements AutoCloseable {

        static Opened fresh() {
            var database = TestDatabase.fresh();
            return new Opened(database, database.dataSource());
        }

        @Override
        public void close() {
            source.close();
            database.close();
        }
    }
}
