package dev.holdfast.portal.web.rota;

import dev.holdfast.portal.web.Ribbon;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What saving would do to the next weeks: drawn, whose shifts move, where nobody is, and what would want mending. */
public record PreviewView(String heading, @Nullable Ribbon ribbon, List<Moved> moved, int moreMoved, List<Gap> gaps, int moreGaps, List<Mend> checks) {

    /** One shift of a person, as it was and as it would be. */
    public record Moved(String who, String address, String was, String becomes) {}

    /** A time without anybody. */
    public record Gap(String from, String to, String length) {}

    /** What would want mending. */
    public record Mend(Status status, String words, String mend) {}
}
