package dev.holdfast;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** Counts the statements that this thread sends to the database, as the template that sends them logs them. */
public final class Statements {

    private static final List<String> SENT = List.of("Executing prepared SQL statement", "Executing SQL ");

    private Statements() {}

    public static List<String> of(Supplier<?> work) {
        var sent = new ArrayList<String>();
        var logger = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
        var thread = Thread.currentThread().getName();
        var appender = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                var message = event.getFormattedMessage();
                if (event.getThreadName().equals(thread) && SENT.stream().anyMatch(message::startsWith)) sent.add(message);
            }
        };
        var before = logger.getLevel();
        var additive = logger.isAdditive();
        appender.start();
        logger.addAppender(appender);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        try {
            work.get();
        } finally {
            logger.setLevel(before);
            logger.setAdditive(additive);
            logger.detachAppender(appender);
        }
        return sent;
    }
}
