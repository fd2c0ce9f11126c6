package dev.holdfast.integrations.servicenow;

import dev.holdfast.catalogue.ForeignFiles;
import dev.holdfast.catalogue.ForeignNames;
import dev.holdfast.catalogue.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lists of configuration items and of {@code cmdb_rel_ci}. A relation names its items by their display values, or by ids
 * where the list of items stands before it in the same import.
 */
@Component
@Order(1)
class CmdbList implements ForeignFiles {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final Map<String, String> LIFECYCLES = Map.of(
            "1", "live", "operational", "live", "2", "live", "non-operational", "live", "6", "decommissioned", "retired", "decommissioned");
    private static final int SAMPLES = 3;

    @Override
    public String name() {
        return "ServiceNow";
    }

    /** A table, of whose heads at least two are known here, and one is what everything begins with. */
    @Override
    public boolean isOne(byte[] content) {
        return dev.holdfast.tables.Table.headsOf(content).filter(heads -> heads.size() > 1).filter(CmdbList::isOurs).isPresent();
    }

    private static boolean isOurs(List<String> heads) {
        var named = Fact.NAME.among(heads).isPresent() || Fact.PARENT.among(heads).isPresent() && Fact.CHILD.among(heads).isPresent();
        return named && heads.stream().filter(Fact::knows).count() > 1;
    }

    @Override
    public List<Column> columns(byte[] content, Map<String, String> chosen) {
        var table = Table.read(1, content, chosen);
        return (table.isOfRelations() ? Fact.OF_A_RELATION : Fact.OF_A_THING).stream()
                .map(fact -> new Column(fact.key(), fact.label(), table.columns().getOrDefault(fact, ""), table.heads(), samples(table, fact)))
                .toList();
    }

    @Override
    public void translate(int number, byte[] content, Map<String, String> columns, Translation into) {
        var table = Table.read(number, content, columns);
        var relations = table.isOfRelations();
        for (var row : table.rows()) {
            if (relations) relation(number, table, row, into);
            else item(number, table, row, into);
        }
    }

    private static void item(int number, Table table, Table.Row row, Translation into) {
        var name = table.cell(row, Fact.NAME);
        if (name.isEmpty()) {
            into.warn(number, "line " + row.line(), "MALFORMED", "A row without a name is passed over");
            return;
        }
        var made = into.thing("servicenow", number, "Service", name, null);
        if (made == null) return;
        into.describe(made, table.cell(row, Fact.DESCRIPTION));
        owner(number, table, row, made, into);
        var lifecycle = LIFECYCLES.get(table.cell(row, Fact.STATUS).toLowerCase(Locale.ROOT));
        if (lifecycle != null) made.spec().put("lifecycle", lifecycle);
        made.annotate("servicenow.com/sys_id", table.cell(row, Fact.ID));
        made.label("class", table.cell(row, Fact.CLASS));
        made.label("criticality", table.cell(row, Fact.CRITICALITY));
        into.alias("servicenow", table.cell(row, Fact.ID), made.name());
    }

    /** A group; a person only where no group is named, which is an owner that no team has. */
    private static void owner(int number, Table table, Table.Row row, Translation.Made made, Translation into) {
        var group = table.cell(row, Fact.OWNER);
        var person = table.cell(row, Fact.OWNED_BY);
        var owner = group.isEmpty() ? person : group;
        if (owner.isEmpty()) return;
        made.owner(owner, ForeignNames.ours(owner));
        if (ID.matcher(owner).matches()) {
            into.warn(number, "line " + row.line(), "UNRESOLVED_OWNER", "The owner of " + made.name() + " is an id: export display values, or choose another column");
        }
    }

    private static void relation(int number, Table table, Table.Row row, Translation into) {
        var type = table.cell(row, Fact.TYPE).toLowerCase(Locale.ROOT);
        var parent = named(table.cell(row, Fact.PARENT), into);
        var child = named(table.cell(row, Fact.CHILD), into);
        if (parent.isEmpty() || child.isEmpty() || !type.isEmpty() && !type.contains("depends on") && !type.contains("uses")) {
            into.warn(number, "line " + row.line(), "RELATION_IGNORED", "A relation that is no dependency is passed over");
            return;
        }
        var service = into.made("Service", parent);
        if (service == null) {
            into.warn(number, "line " + row.line(), "RELATION_IGNORED", parent + " is none of the items that were sent before");
        } else {
            service.depend(child);
        }
    }

    private static String named(String item, Translation into) {
        var known = into.alias("servicenow", item);
        return known.isEmpty() ? ForeignNames.ours(item) : known;
    }

    private static List<String> samples(Table table, Fact fact) {
        var samples = new ArrayList<String>();
        for (var row : table.rows()) {
            var cell = table.cell(row, fact);
            if (!cell.isEmpty() && !samples.contains(cell)) samples.add(cell.length() > 60 ? cell.substring(0, 60) + "…" : cell);
            if (samples.size() == SAMPLES) break;
        }
        return samples;
    }
}
