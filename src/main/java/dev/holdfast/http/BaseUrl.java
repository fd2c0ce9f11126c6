package dev.holdfast.http;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address under which people and programs reach this installation. */
@Component
public class BaseUrl {

    private final String value;

    BaseUrl(@Value("${holdfast.base-url}") String value) {
        this.value = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    }

    /** The address of a path of ours, which begins with a slash. */
    public URI of(String path) {
        return URI.create(value + path);
    }

    public boolean isProtected() {
        return value.startsWith("https://");
    }

    @Override
    public String toString() {
        return value;
    }
}
