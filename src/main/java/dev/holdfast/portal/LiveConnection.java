package dev.holdfast.portal;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The one connection of this node that listens. It is opened again when it breaks; what was said meanwhile nobody heard, so
 * everybody is told then that anything may have changed.
 */
@Component
class LiveConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LiveConnection.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int LISTEN_MILLIS = 10_000;

    private final DataSource dataSource;
    private volatile @Nullable Thread listener;

    LiveConnection(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void listen(String channel, Consumer<List<String>> heard, Runnable connected) {
        listener = Thread.ofVirtual().name("live").start(() -> listenAlways(channel, heard, connected));
    }

    private void listenAlways(String channel, Consumer<List<String>> heard, Runnable connected) {
        var me = Thread.currentThread();
        while (!me.isInterrupted()) {
            try (var connection = open()) {
                listenOn(connection, channel, heard, connected);
            } catch (SQLException broken) {
                log.debug("The listening connection broke; it is opened again", broken);
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                me.interrupt();
            }
        }
    }

    private static void listenOn(Connection connection, String channel, Consumer<List<String>> heard, Runnable connected)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + channel);
        }
        connected.run();
        var notifications = connection.unwrap(PGConnection.class);
        while (!Thread.currentThread().isInterrupted() && connection.isValid(5)) {
            var said = notifications.getNotifications(LISTEN_MILLIS);
            if (said != null && said.length > 0) heard.accept(Arrays.stream(said).map(PGNotification::getParameter).toList());
        }
    }

    private Connection open() throws SQLException {
        var pool = dataSource.unwrap(HikariDataSource.class);
        var properties = new Properties();
        properties.setProperty("user", String.valueOf(pool.getUsername()));
        properties.setProperty("password", String.valueOf(pool.getPassword()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("ApplicationName", "holdfast live");
        return DriverManager.getConnection(pool.getJdbcUrl(), properties);
    }

    @Override
    public void close() {
        var thread = listener;
        if (thread != null) thread.interrupt();
    }
}
