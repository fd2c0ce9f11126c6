package dev.holdfast.portal.web.models;

import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Policy;
import dev.holdfast.quantities.AvailabilityLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bands as somebody tries them, in the words that stand in the address: nothing of it is saved. */
record BandsDraft(List<Row> rows) {

    private static final int MOST = 12;
    private static final List<String> LADDER = List.of("90.0", "95.0", "98.0", "99.0", "99.5", "99.9", "99.95", "99.99");

    /** One band: its bound, its level, and who is called out of hours from that level on. */
    record Row(String upTo, String level, String called) {

        @Nullable BigDecimal bound() {
            var plain = upTo.replaceAll("[,\\s$€£]", "");
            return plain.matches("\\d{1,15}(\\.\\d{1,6})?") ? new BigDecimal(plain) : null;
        }

        @Nullable AvailabilityLevel target() {
            try {
                return AvailabilityLevel.of(level.replace("%", "").strip());
            } catch (IllegalArgumentException none) {
                return null;
            }
        }
    }

    static BandsDraft of(Policy policy) {
        return new BandsDraft(policy.exposureBands().bands().stream()
                .map(band -> new Row(plain(band.upTo()), band.level().toString(), policy.onCallLevels().outOfHours(band.level()).word()))
                .toList());
    }

    /** What the address says; the policy's where it says nothing. */
    static BandsDraft of(MultiValueMap<String, String> asked, Policy policy) {
        var bounds = asked.getOrDefault("upTo", List.of());
        if (bounds.isEmpty()) return of(policy);
        var rows = new ArrayList<Row>();
        for (var index = 0; index < Math.min(MOST, bounds.size()); index++) {
            rows.add(new Row(bounds.get(index).strip(), at(asked, "level", index), at(asked, "called", index)));
        }
        return new BandsDraft(rows);
    }

    private static String at(MultiValueMap<String, String> asked, String name, int index) {
        var values = asked.getOrDefault(name, List.of());
        return index < values.size() ? values.get(index).strip() : "";
    }

    boolean isOf(Policy policy) {
        return equals(of(policy));
    }

    String address(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        for (var row : rows) {
            address.queryParam("upTo", row.upTo()).queryParam("level", row.level()).queryParam("called", row.called());
        }
        return address.encode().toUriString();
    }

    /** The fields of the policy that would change: bands, and the on-call levels that go with them. */
    ObjectNode changes(Policy policy) {
        var changes = JsonNodeFactory.instance.objectNode();
        var bands = changes.putArray("exposureBands");
        var called = changes.putObject("onCallLevels");
        var before = policy.exposureBands().bands().stream().map(band -> band.level()).toList();
        policy.onCallLevels().from().forEach((level, onCall) -> {
            if (!before.contains(level)) called.put(level.toString(), onCall.word());
        });
        for (var row : rows) {
            var band = bands.addObject();
            if (row.bound() == null) band.put("upTo", row.upTo()); else band.put("upTo", row.bound());
            band.put("level", row.level().replace("%", "").strip());
            if (row.target() != null) called.put(row.target().toString(), row.called().isEmpty() ? OnCallLevel.NONE.word() : row.called());
        }
        return changes;
    }

    /** One step of a button: {@code upTo-1-more}, {@code level-0-less}, {@code drop-2}, {@code add}. */
    BandsDraft nudged(String step) {
        var parts = step.split("-");
        if (step.equals("add")) return added();
        if (parts.length < 2 || !parts[1].matches("\\d{1,2}") || Integer.parseInt(parts[1]) >= rows.size()) return this;
        var index = Integer.parseInt(parts[1]);
        var changed = new ArrayList<>(rows);
        if (parts[0].equals("drop")) {
            if (rows.size() > 1) changed.remove(index);
        } else {
            changed.set(index, moved(rows.get(index), parts[0], parts.length > 2 && parts[2].equals("more")));
        }
        return new BandsDraft(changed);
    }

    private static Row moved(Row row, String field, boolean more) {
        return switch (field) {
            case "upTo" -> new Row(bound(row, more), row.level(), row.called());
            case "level" -> new Row(row.upTo(), level(row, more), row.called());
            default -> row;
        };
    }

    /** By half of its leading figure's place: 250 000 becomes 300 000 or 200 000. */
    private static String bound(Row row, boolean more) {
        var bound = row.bound();
        if (bound == null) return row.upTo();
        var place = BigDecimal.TEN.pow(Math.max(0, bound.precision() - bound.scale() - 1));
        var half = place.divide(BigDecimal.TWO).max(BigDecimal.ONE);
        return plain((more ? bound.add(half) : bound.subtract(half)).max(BigDecimal.ZERO));
    }

    private static String level(Row row, boolean more) {
        var target = row.target();
        if (target == null) return row.level();
        var steps = LADDER.stream().map(AvailabilityLevel::of).toList();
        return more
                ? steps.stream().filter(step -> step.compareTo(target) > 0).findFirst().map(Objects::toString).orElse(row.level())
                : steps.reversed().stream().filter(step -> step.compareTo(target) < 0).findFirst().map(Objects::toString).orElse(row.level());
    }

    private BandsDraft added() {
        if (rows.size() >= MOST) return this;
        var last = rows.getLast();
        var bound = last.bound();
        var changed = new ArrayList<>(rows);
        changed.add(new Row(bound == null ? "" : plain(bound.multiply(BigDecimal.TWO)), level(last, true), OnCallLevel.TEAM.word()));
        return new BandsDraft(changed);
    }

    private static String plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale())).toPlainString();
    }
}
