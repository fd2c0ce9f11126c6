package dev.holdfast.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** What a failure on the way means to whoever sent the request. */
final class Failures {

    private static final Duration SOON = Duration.ofSeconds(2);

    private Failures() {}

    static Problem problem(Exception failure, HttpServletResponse response) {
        return switch (failure) {
            case Refusal refusal -> Problem.of(refusal);
            case HttpMessageNotReadableException unread -> unreadable(unread);
            case JacksonException unread -> JsonFaults.problem(unread);
            case MissingServletRequestParameterException missing ->
                Problem.against(missing.getParameterName(), "REQUIRED", missing.getParameterName() + " is needed.");
            case MethodArgumentTypeMismatchException mismatch ->
                Problem.malformed(mismatch.getName(), mismatch.getName() + " cannot be read.");
            case TypeMismatchException mismatch -> Problem.malformed("", "A parameter cannot be read.");
            case NoResourceFoundException _ -> Problem.of(404, "There is nothing at this address.");
            case HttpRequestMethodNotSupportedException other -> notThisMethod(other, response);
            case HttpMediaTypeNotSupportedException other ->
                Problem.of(415, "This door does not read " + other.getContentType() + ".");
            case RequestRejectedException _ -> Problem.malformed("", "This request cannot be read.");
            case ErrorResponse other when other.getStatusCode().value() < 500 ->
                Problem.of(other.getStatusCode().value(), "This request cannot be answered.");
            case MultipartException _ -> Problem.malformed("", "This form cannot be read.");
            default -> beneath(failure);
        };
    }

    /** Whoever asked has left: there is nobody to answer. */
    static boolean isGoneClient(Exception failure) {
        return failure instanceof AsyncRequestNotUsableException || isAbort(failure) || isAbort(failure.getCause());
    }

    private static boolean isAbort(@Nullable Throwable failure) {
        return failure instanceof IOException && failure.getClass().getSimpleName().equals("ClientAbortException");
    }

    private static Problem notThisMethod(HttpRequestMethodNotSupportedException other, HttpServletResponse response) {
        var supported = other.getSupportedMethods();
        if (supported != null) response.setHeader(HttpHeaders.ALLOW, String.join(", ", supported));
        return Problem.of(405, "This address does not take " + other.getMethod() + ".");
    }

    private static Problem unreadable(HttpMessageNotReadableException unread) {
        for (Throwable cause = unread.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) return Problem.of(refusal);
            if (cause instanceof JacksonException json) return JsonFaults.problem(json);
            if (cause instanceof EOFException) return Problem.malformed("", "The body ends too early.");
        }
        return Problem.malformed("", "A body in JSON is needed.");
    }

    private static Problem beneath(Exception failure) {
        if (isOutOfReach(failure)) return Problem.of(new Unavailable(SOON));
        var state = sqlState(failure);
        if (state.startsWith("22")) {
            LoggerFactory.getLogger(Failures.class).warn("The database could not hold a value", failure);
            return Problem.against("", "OUT_OF_RANGE", "A value is not one that can be stored.");
        }
        return Problem.of(500, "Holdfast failed at this; the server's log says at what.");
    }

    private static boolean isOutOfReach(Exception failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransactionException
                || sqlState(failure).matches("(08|53|57|58).*|25006|40001|40P01");
    }

    private static String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) return sql.getSQLState();
        }
        return "";
    }
}
