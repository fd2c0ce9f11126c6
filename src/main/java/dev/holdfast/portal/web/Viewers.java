package dev.holdfast.portal.web;

import dev.holdfast.access.Viewer;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who reads a page, where anybody is signed in. */
final class Viewers {

    private Viewers() {}

    static Optional<Viewer> current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Viewer viewer ? Optional.of(viewer) : Optional.empty();
    }
}
