package dev.holdfast;

import dev.holdfast.postgres.CannotStart;
import dev.holdfast.postgres.DatabaseAccess;
import dev.holdfast.postgres.EmbeddedPostgres;
import dev.holdfast.postgres.ExternalPostgres;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The server from its start to its end: database, then application; and back in the other order. */
final class Server {

    private final Settings settings;
    private final StartPage page;
    private final AtomicBoolean stopping = new AtomicBoolean();

    private volatile @Nullable EmbeddedPostgres postgres;
    private volatile @Nullable ConfigurableApplicationContext application;

    private Server(Settings settings, StartPage page) {
        this.settings = settings;
        this.page = page;
    }

    /** Starts, and returns when it is ready. Throws {@link CannotStart}. */
    static void run(Settings settings) {
        var server = new Server(settings, StartPage.on(settings.port()));
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
        server.start();
    }

    /** The embedded database without the application, for backup and restore; until it is told to stop. */
    static void runDatabaseAlone(Settings settings) {
        var postgres = EmbeddedPostgres.start(settings.data(), line -> System.out.println("holdfast: " + line));
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            postgres.close();
            stopped.countDown();
        }));
        System.out.println("holdfast: the database is at " + postgres.access() + "; Ctrl-C stops it");
        try {
            stopped.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void start() {
        try {
            var database = database();
            say("starting the application…");
            application = application(database);
            say("ready at " + settings.baseUrl());
        } catch (RuntimeException failed) {
            if (stopping.get()) return;
            var line = OneLine.of(failed);
            if (line != null) throw new CannotStart(line, failed);
            failed.printStackTrace();
            throw new CannotStart("The application did not start; the reason stands above.", failed);
        }
    }

    private DatabaseAccess database() {
        var external = settings.external();
        if (external != null) return ExternalPostgres.await(external, this::say);
        var started = EmbeddedPostgres.start(settings.data(), this::say);
        postgres = started;
        if (stopping.get()) started.close();
        return started.access();
    }

    private ConfigurableApplicationContext application(DatabaseAccess database) {
        var spring = new SpringApplication(Holdfast.class);
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(context -> {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("settings", settings.asProperties(database)));
            context.getBeanFactory().registerSingleton("startPage", page);
        });
        return spring.run();
    }

    private void stop() {
        if (!stopping.compareAndSet(false, true)) return;
        var running = application;
        if (running != null) {
            say("stopping…");
            running.close();
        }
        page.stop();
        var database = postgres;
        if (database != null) database.close();
        if (running != null) say("stopped");
    }

    private void say(String what) {
        System.out.println("holdfast: " + what);
        page.say(what);
    }
}
