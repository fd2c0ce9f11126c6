package dev.holdfast;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server. */
@SpringBootApplication
public class Holdfast {

    public static void main(String[] arguments) {
        SpringApplication.run(Holdfast.class, arguments);
    }
}
