package dev.holdfast.portal.web.drill;

import dev.holdfast.drill.Break;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where what is broken is mended: the page that edits the document, or says what is missing. */
final class Mending {

    private Mending() {}

    static @Nullable String address(Break broken, String integration, @Nullable String service, @Nullable String team) {
        return switch (broken) {
            case UNROUTED, UNKNOWN_SERVICE -> edit("integrations", integration);
            case DECOMMISSIONED, NO_OWNER, UNRESOLVED_OWNER, UNASSESSED -> service == null ? edit("integrations", integration) : edit("services", service);
            case DRY_RUN -> service == null ? edit("integrations", integration) : edit("services", service);
            case NO_SCHEDULE, GAP, OPTED_OUT, LEFT -> team == null ? "/on-call" : "/on-call?team=" + encoded(team);
            case UNREACHABLE -> team == null ? "/on-call" : "/teams/" + encoded(team);
        };
    }

    private static String edit(String plural, String name) {
        return "/catalogue/" + plural + "/" + encoded(name) + "/edit";
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
