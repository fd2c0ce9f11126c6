package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.BudgetHolder;
import dev.holdfast.quantities.Because;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is responsible, accountable and informed for a service's availability, support, telemetry and reporting (rule 18): one
 * letter for each role, the same for all four.
 *
 * @param person the accountable person by name; null where nobody is named
 */
public record Raci(OperatingModel model, List<Row> rows, Role accountable, @Nullable String person, List<Because> explain) {

    /** What it is about. */
    public static final List<String> ACTIVITIES = List.of("availability", "support", "telemetry", "reporting");

    /** Who has a part in running services, as the playbook's table names them. */
    public enum Role {
        HEAD_OF_OPERATIONS("headOfOperations", "Head of operations"),
        APPLICATION_SUPPORT("applicationSupport", "Application support"),
        HEAD_OF_PRODUCT("headOfProduct", "Head of product"),
        HEAD_OF_DELIVERY("headOfDelivery", "Head of delivery"),
        PRODUCT_TEAM("productTeam", "Product team");

        private final String word;
        private final String title;

        Role(String word, String title) {
            this.word = word;
            this.title = title;
        }

        public String word() {
            return word;
        }

        public String title() {
            return title;
        }
    }

    /** Responsible, accountable, informed. */
    public enum Letter {
        R,
        A,
        I
    }

    /** @param who the person or team in that role; null where none is named */
    public record Row(Role role, Letter letter, @Nullable String who) {}

    /** @param names the people and teams in the roles */
    record Asked(OperatingModel model, @Nullable BudgetHolder holder, Map<Role, String> names) {}

    public Raci {
        rows = List.copyOf(rows);
        explain = List.copyOf(explain);
    }

    static Raci of(Asked asked) {
        var accountable = accountable(asked);
        var responsible = asked.model() == OperatingModel.YBYR ? Role.PRODUCT_TEAM : Role.APPLICATION_SUPPORT;
        var rows = new ArrayList<Row>();
        for (var role : Role.values()) {
            var letter = role == accountable ? Letter.A : role == responsible ? Letter.R : Letter.I;
            rows.add(new Row(role, letter, asked.names().get(role)));
        }
        var person = Optional.ofNullable(asked.holder())
                .filter(holder -> asked.model() == OperatingModel.YBYR)
                .map(holder -> holder.person().value())
                .orElse(asked.names().get(accountable));
        return new Raci(asked.model(), rows, accountable, person, explain(asked, accountable, person));
    }

    /** Under You Build It You Run It whoever funds the team: product, or IT through delivery. */
    private static Role accountable(Asked asked) {
        return switch (asked.model()) {
            case OPS -> Role.HEAD_OF_OPERATIONS;
            case YBYR -> switch (function(asked)) {
                case PRODUCT -> Role.HEAD_OF_PRODUCT;
                case DELIVERY, OPERATIONS -> Role.HEAD_OF_DELIVERY;
            };
        };
    }

    private static BudgetHolder.Function function(Asked asked) {
        return Optional.ofNullable(asked.holder()).map(BudgetHolder::function).orElse(BudgetHolder.Function.PRODUCT);
    }

    private static List<Because> explain(Asked asked, Role accountable, @Nullable String person) {
        var why = new ArrayList<Because>();
        why.add(new Because("OPERATING_MODEL", "It lives by %s.".formatted(asked.model().title()), Map.of("operatingModel", asked.model().title())));
        if (asked.model() == OperatingModel.YBYR) {
            var funded = function(asked).name().toLowerCase(Locale.ROOT);
            why.add(new Because("FUNDED_BY", "Its team is funded by %s: the %s is accountable.".formatted(funded, accountable.title().toLowerCase(Locale.ROOT)),
                    facts("function", funded, "accountable", accountable.word())));
            if (function(asked) == BudgetHolder.Function.OPERATIONS) {
                why.add(Because.of("BUDGET_IN_OPERATIONS", "Its budget is held in operations: who builds and runs it is not who pays for it."));
            }
        }
        why.add(person == null
                ? Because.of("NOBODY_NAMED", "Nobody is named for it: neither a budget holder of its team nor the head.")
                : new Because("ACCOUNTABLE", "The accountable person is %s.".formatted(person), Map.of("person", person)));
        return why;
    }

    private static Map<String, Object> facts(String one, String first, String two, String second) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put(one, first);
        facts.put(two, second);
        return facts;
    }

    /** The roles with the names that there are. */
    static Map<Role, String> names(Heads heads, @Nullable String support, @Nullable String owner) {
        var names = new EnumMap<Role, String>(Role.class);
        put(names, Role.HEAD_OF_OPERATIONS, heads.operations());
        put(names, Role.HEAD_OF_PRODUCT, heads.product());
        put(names, Role.HEAD_OF_DELIVERY, heads.delivery());
        put(names, Role.APPLICATION_SUPPORT, support);
        put(names, Role.PRODUCT_TEAM, owner);
        return names;
    }

    private static void put(Map<Role, String> names, Role role, @Nullable String name) {
        if (name != null) names.put(role, name);
    }
}
