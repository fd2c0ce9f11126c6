package dev.holdfast.portal.web.groups;

import dev.holdfast.incidents.Picture;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.quantities.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answers for: services, the most at risk first, as many as are shown at once; what all of them have at risk
 * together in an hour, and the incidents that are open among them.
 */
public record Owned(List<ServiceRow> rows, int count, int unassessed, @Nullable Money together, List<Picture> open) {

    /** As a sentence for a lede. */
    String sentence() {
        if (count == 0) return "";
        return Figures.count(count, "service") + atRisk() + ". " + state();
    }

    private String atRisk() {
        return together == null ? ", none of them assessed" : ", " + Figures.money(together) + " an hour at risk";
    }

    /** What is open now. */
    String state() {
        return open.isEmpty() ? "Nothing is wrong." : open.size() == 1 ? "One incident is open." : open.size() + " incidents are open.";
    }

    /** How many are left out. */
    public int hidden() {
        return count - rows.size();
    }
}
