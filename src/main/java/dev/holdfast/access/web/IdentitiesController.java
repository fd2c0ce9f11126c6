package dev.holdfast.access.web;

import dev.holdfast.access.Identities;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.http.Unprocessable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which subject at the provider is which account, where somebody has to decide it: by administrators. */
@RestController
@RequestMapping("/api/v1/accounts/{account}/identity")
class IdentitiesController {

    private static final int LONGEST = 255;

    private final Identities identities;

    IdentitiesController(Identities identities) {
        this.identities = identities;
    }

    record Identity(@Nullable String subject) {}

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void link(Viewer viewer, @PathVariable String account, @RequestBody Identity body) {
        viewer.demand(Scope.ADMIN);
        var subject = body.subject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST) {
            throw Unprocessable.of("subject", "REQUIRED", "An identity is the subject by which the provider knows somebody, at most 255 characters.");
        }
        identities.link(account, subject, viewer);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(Viewer viewer, @PathVariable String account) {
        viewer.demand(Scope.ADMIN);
        identities.unlink(account, viewer);
    }
}
