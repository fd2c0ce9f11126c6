package dev.holdfast.remuneration;

import dev.holdfast.catalogue.PersonName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person is paid for a month: a draft that is reckoned anew, or approved and kept.
 *
 * @param approvals of the holders who have approved the lines as they stand
 * @param unpaid best-efforts support of that month
 */
public record Statement(
        String id, PersonName person, YearMonth month, List<Line> lines, List<Approval> approvals, List<Dispute> disputes,
        List<Unpaid> unpaid, @Nullable String approvedBy, @Nullable Instant approvedAt) {

    /** That who pays some of its lines has approved them. */
    public record Approval(String holder, String by, Instant at) {}

    /** That the person says a line is not right. */
    public record Dispute(String line, String person, Instant at, String note) {}

    /** Whether it may still change. */
    public enum State {
        DRAFT,
        APPROVED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Statement {
        lines = List.copyOf(lines);
        approvals = List.copyOf(approvals);
        disputes = List.copyOf(disputes);
        unpaid = List.copyOf(unpaid);
    }

    public State state() {
        return approvedAt == null ? State.DRAFT : State.APPROVED;
    }

    public boolean isApproved() {
        return approvedAt != null;
    }

    public BigDecimal total() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Who pays some of it; of lines that nobody holds the empty name. */
    public SortedSet<String> holders() {
        return lines.stream().map(line -> Objects.requireNonNullElse(line.holder(), "")).collect(Collectors.toCollection(TreeSet::new));
    }

    public boolean isPaidBy(@Nullable String person) {
        return person != null && lines.stream().anyMatch(line -> person.equals(line.holder()));
    }

    public Optional<Line> line(String id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    /** The same as kept. */
    Statement approved(String by, Instant at) {
        return new Statement(id, person, month, lines, approvals, disputes, unpaid, by, at);
    }

    Statement with(List<Line> owed) {
        return new Statement(id, person, month, owed, approvals, disputes, unpaid, approvedBy, approvedAt);
    }

    Statement with(List<Approval> given, List<Dispute> raised, List<Unpaid> bestEfforts) {
        return new Statement(id, person, month, lines, given, raised, bestEfforts, approvedBy, approvedAt);
    }

    /** The same with what somebody has just approved for these holders. */
    Statement with(SortedSet<String> holders, String by, Instant at) {
        var given = Stream.concat(
                approvals.stream().filter(each -> !holders.contains(each.holder())), holders.stream().map(holder -> new Approval(holder, by, at)));
        return with(given.sorted(Comparator.comparing(Approval::holder)).toList(), disputes, unpaid);
    }

    boolean isApprovedByAll() {
        return approvals.stream().map(Approval::holder).collect(Collectors.toSet()).containsAll(holders());
    }

    /** All lines as they stand. */
    String seen() {
        return Fingerprint.of(holders().stream().map(this::seenBy).toArray());
    }

    /** The lines of a holder as they stand: an approval is for these. */
    String seenBy(String holder) {
        return Fingerprint.of(lines.stream()
                .filter(line -> holder.equals(Objects.requireNonNullElse(line.holder(), "")))
                .flatMap(line -> Stream.of(line.id(), line.to(), line.amount().toPlainString()))
                .toArray());
    }
}
