package dev.holdfast.postgres;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that starts the database in the folder that it is given and then waits to be killed. */
final class Holder {

    private Holder() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            var postgres = EmbeddedPostgres.start(Path.of(arguments[0]), line -> {});
            System.out.println("holding " + postgres.pid());
            new CountDownLatch(1).await();
        } catch (CannotStart why) {
            System.out.println(why.line());
        }
    }
}
