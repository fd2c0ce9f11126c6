package dev.holdfast;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole server over HTTP ({@code @LocalServerPort}), with a {@link TestClock} to move time.
 *
 * <p>All classes with this annotation and the same additions share one server and one database, so use names of your
 * own; a class that needs an empty one adds {@code @DirtiesContext(classMode = BEFORE_CLASS)}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(TestServer.class)
@ContextConfiguration(initializers = TestServer.FreshDatabase.class)
public @interface HoldfastTest {}
