package dev.holdfast.portal.web.packs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The packs that there are, and whether this node's copies are well. */
public record PacksPage(
        String heading, String lede, boolean mayTake, List<Row> rows, String folder, @Nullable String trouble, String fingerprint) {

    public record Row(String title, String services, String age, boolean stale, String size, String address, String signature) {}
}
