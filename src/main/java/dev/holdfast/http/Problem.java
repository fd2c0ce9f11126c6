package dev.holdfast.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What is wrong, in the form of RFC 9457. */
record Problem(int status, @Nullable String code, String detail, List<Fault> faults, @Nullable Duration retryAfter) {

    static Problem of(int status, String detail) {
        return new Problem(status, null, detail, List.of(), null);
    }

    static Problem malformed(String path, String message) {
        return new Problem(400, null, message, List.of(Fault.at(path, "MALFORMED", message)), null);
    }

    static Problem against(String path, String code, String message) {
        return of(Unprocessable.of(path, code, message));
    }

    static Problem of(Refusal refusal) {
        var detail = refusal.detail();
        return switch (refusal) {
            case Unprocessable it -> new Problem(it.status(), null, detail, it.faults(), null);
            case Conflict it -> new Problem(it.status(), it.code(), detail, it.faults(), null);
            case Unavailable it -> new Problem(it.status(), null, detail, List.of(), it.retryAfter());
            case TooMany it -> new Problem(it.status(), null, detail, List.of(), it.retryAfter());
            case Malformed it -> new Problem(it.status(), null, detail, it.faults(), null);
            case Forbidden it -> new Problem(it.status(), null, detail, it.faults(), null);
            case Gone _, NotFound _, TooLarge _, Unauthorized _ -> of(refusal.status(), detail);
        };
    }

    Map<String, Object> body() {
        var status = HttpStatus.resolve(this.status);
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", status == null ? "Refused" : status.getReasonPhrase());
        body.put("status", this.status);
        body.put("detail", detail);
        if (code != null) body.put("code", code);
        body.put("errors", errors());
        return body;
    }

    private List<Map<String, Object>> errors() {
        var errors = new ArrayList<Map<String, Object>>();
        if (code != null) errors.add(Map.of("code", code, "message", detail));
        for (var fault : faults) errors.add(error(fault));
        return errors;
    }

    private static Map<String, Object> error(Fault fault) {
        var error = new LinkedHashMap<String, Object>();
        if (fault.document() != null) {
            error.put("document", fault.document());
            error.put("path", fault.path());
        } else if (!fault.path().isEmpty()) {
            error.put("field", fault.path());
            error.put("path", fault.path());
        }
        error.put("code", fault.code());
        error.put("message", fault.message());
        return error;
    }
}
