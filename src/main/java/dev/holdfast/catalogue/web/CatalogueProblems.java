package dev.holdfast.catalogue.web;

import dev.holdfast.catalogue.NotOwner;
import dev.holdfast.catalogue.StillNeeded;
import dev.holdfast.catalogue.UnreadableFile;
import dev.holdfast.http.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What only the catalogue refuses, as problems with their places. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class CatalogueProblems {

    @ExceptionHandler
    ProblemDetail unreadable(UnreadableFile file) {
        return problem(HttpStatus.BAD_REQUEST, String.valueOf(file.getMessage()), List.of(file.fault()));
    }

    @ExceptionHandler
    ProblemDetail notOwner(NotOwner refused) {
        return problem(HttpStatus.FORBIDDEN, String.valueOf(refused.getMessage()), refused.faults());
    }

    @ExceptionHandler
    ProblemDetail stillNeeded(StillNeeded needed) {
        return problem(HttpStatus.CONFLICT, String.valueOf(needed.getMessage()), needed.references());
    }

    private static ProblemDetail problem(HttpStatus status, String detail, List<Fault> faults) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("errors", faults.stream().map(CatalogueProblems::error).toList());
        return problem;
    }

    private static Map<String, Object> error(Fault fault) {
        var error = new LinkedHashMap<String, Object>();
        if (fault.document() != null) error.put("document", fault.document());
        error.put("path", fault.path());
        error.put("code", fault.code());
        error.put("message", fault.message());
        return error;
    }
}
