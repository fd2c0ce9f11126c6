package dev.holdfast.portal.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.http.Csv;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A list as a file. */
public final class Downloads {

    private Downloads() {}

    public static ResponseEntity<byte[]> csv(String name, Csv list) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name + ".csv").build().toString())
                .body(list.text().getBytes(UTF_8));
    }
}
