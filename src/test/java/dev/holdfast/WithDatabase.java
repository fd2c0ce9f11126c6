package dev.holdfast;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test on a real, migrated, empty database: each test method has its own. The constructor or method may ask for a
 * {@link javax.sql.DataSource}, a {@link org.springframework.jdbc.core.simple.JdbcClient}, a
 * {@link org.springframework.transaction.support.TransactionTemplate} or the {@link TestDatabase} itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DatabaseForEachTest.class)
public @interface WithDatabase {}
