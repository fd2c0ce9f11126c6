package dev.holdfast.changes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** How many deployments have what an auditor's standard wants of them. */
public final class Controls {

    private static final List<Wanting> WANTED = List.of(
            new Wanting("PCI-DSS 4.0.1", "6.5.1", "documented approval, and tests that passed", row -> row.isApproved() && Boolean.TRUE.equals(row.testsPassed())),
            new Wanting("PCI-DSS 4.0.1", "6.5.4", "nobody approves what they wrote or deploy", row -> row.gaps().stream().noneMatch(gap -> gap == Gap.SELF_APPROVED || gap == Gap.AUTHOR_ONLY_REVIEW)),
            new Wanting("SOX ITGC", "authorised", "approved before it went, or owed and in time", row -> row.gaps().stream().noneMatch(gap -> gap.isUnapproved() || gap == Gap.APPROVAL_OVERDUE)),
            new Wanting("SOX ITGC", "tested", "its last activity before production passed", row -> Boolean.TRUE.equals(row.testsPassed())),
            new Wanting("SOX ITGC", "recorded", "the ledger records it", row -> row.entry() != null));

    private final Map<Gap, Integer> gaps = new EnumMap<>(Gap.class);
    private final int[] met = new int[WANTED.size()];
    private int population;
    private int compliant;

    private record Wanting(String standard, String control, String wants, Predicate<Evidence> isMet) {}

    /** One control, and how many deployments have evidence of it. */
    public record Control(String standard, String control, String wants, int evidence, int missing) {}

    void count(Evidence row) {
        population++;
        if (row.gaps().isEmpty()) compliant++;
        row.gaps().forEach(gap -> gaps.merge(gap, 1, Integer::sum));
        for (var index = 0; index < met.length; index++) {
            if (WANTED.get(index).isMet().test(row)) met[index]++;
        }
    }

    public int population() {
        return population;
    }

    public int compliant() {
        return compliant;
    }

    public Map<Gap, Integer> gaps() {
        return Map.copyOf(gaps);
    }

    public List<Control> controls() {
        var controls = new ArrayList<Control>();
        for (var index = 0; index < met.length; index++) {
            var wanting = WANTED.get(index);
            controls.add(new Control(wanting.standard(), wanting.control(), wanting.wants(), met[index], population - met[index]));
        }
        return controls;
    }
}
