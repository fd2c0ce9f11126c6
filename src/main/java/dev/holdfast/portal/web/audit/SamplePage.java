package dev.holdfast.portal.web.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that anybody draws again by the same address.
 *
 * @param open why another day's draw may differ; null where the period is over
 * @param again the address that draws by another seed
 */
public record SamplePage(
        String heading, String lede, AuditFilter filter, String size, String seed, @Nullable String open, List<AuditLine> rows, String csv, String again, String only) {}
