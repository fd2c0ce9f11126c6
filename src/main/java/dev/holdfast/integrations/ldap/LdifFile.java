package dev.holdfast.integrations.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import dev.holdfast.catalogue.ForeignFiles;
import dev.holdfast.catalogue.ForeignNames;
import dev.holdfast.catalogue.Translation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Entries that are people or groups; what else a directory holds is passed over. Nothing is fetched that a file names. */
@Component
@Order(0)
class LdifFile implements ForeignFiles {

    private static final Pattern FETCHED = Pattern.compile("(?m)^[^:\\n]*:<.*$");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,190}");
    private static final Set<String> PEOPLE = Set.of("inetorgperson", "person", "organizationalperson", "user", "posixaccount");
    private static final Set<String> GROUPS = Set.of("groupofnames", "groupofuniquenames", "group", "posixgroup");
    private static final int DISABLED = 2;

    @Override
    public String name() {
        return "LDIF";
    }

    @Override
    public boolean isOne(byte[] content) {
        return new String(content, 0, Math.min(content.length, 4_096), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.startsWith("\ufeff") ? line.substring(1) : line)
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("version:"))
                .findFirst()
                .filter(line -> line.startsWith("dn:"))
                .isPresent();
    }

    @Override
    public void translate(int number, byte[] content, Map<String, String> columns, Translation into) {
        var entries = entries(number, content, into);
        var people = new HashMap<String, String>();
        entries.stream().filter(entry -> is(entry, PEOPLE)).forEach(entry -> person(number, entry, people, into));
        entries.stream().filter(entry -> !is(entry, PEOPLE) && is(entry, GROUPS)).forEach(entry -> group(number, entry, people, into));
        entries.stream().filter(entry -> is(entry, PEOPLE)).forEach(entry -> memberOf(entry, people, into));
    }

    private static List<Entry> entries(int number, byte[] content, Translation into) {
        var entries = new ArrayList<Entry>();
        try (var reader = new LDIFReader(new ByteArrayInputStream(own(content).getBytes(StandardCharsets.UTF_8)))) {
            while (true) {
                var entry = next(number, reader, into);
                if (entry.isEmpty()) return entries;
                entry.get().ifPresent(entries::add);
            }
        } catch (IOException | LDIFException broken) {
            into.warn(number, "", "MALFORMED", "The rest of the file cannot be read: " + broken.getMessage());
            return entries;
        }
    }

    /** Without folds, and without values that would be read from files or addresses. */
    private static String own(byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8).replace("\r\n", "\n").replace("\n ", "");
        return FETCHED.matcher(text.startsWith("\ufeff") ? text.substring(1) : text).replaceAll("#");
    }

    /** Empty at the end; an empty one within for an entry that cannot be read while those after it can. */
    private static Optional<Optional<Entry>> next(int number, LDIFReader reader, Translation into) throws IOException, LDIFException {
        try {
            var entry = reader.readEntry();
            return entry == null ? Optional.empty() : Optional.of(Optional.of(entry));
        } catch (LDIFException broken) {
            if (!broken.mayContinueReading()) throw broken;
            into.warn(number, "line " + broken.getLineNumber(), "MALFORMED", "An entry cannot be read: " + broken.getMessage());
            return Optional.of(Optional.empty());
        }
    }

    private static void person(int number, Entry entry, Map<String, String> people, Translation into) {
        var name = first(entry, "uid", "sAMAccountName", "cn");
        if (name == null) return;
        people.put(normal(entry.getDN()), ForeignNames.ours(name));
        var made = into.thing("ldap", number, "Person", name, first(entry, "displayName", "cn"));
        if (made == null) return;
        var email = first(entry, "mail");
        if (email != null && EMAIL.matcher(email).matches()) made.spec().put("email", email);
        made.annotate("backstage.io/ldap-dn", entry.getDN());
        if (isDisabled(entry)) made.left();
    }

    private static void group(int number, Entry entry, Map<String, String> people, Translation into) {
        var name = first(entry, "cn");
        if (name == null) return;
        var made = into.thing("ldap", number, "Team", name, first(entry, "displayName"));
        if (made == null) return;
        into.describe(made, java.util.Objects.requireNonNullElse(first(entry, "description"), ""));
        for (var attribute : List.of("member", "uniqueMember", "memberUid")) {
            for (var member : values(entry, attribute)) made.add("members", known(member, people));
        }
    }

    private static void memberOf(Entry entry, Map<String, String> people, Translation into) {
        for (var group : values(entry, "memberOf")) {
            var team = into.made("Team", known(group, Map.of()));
            var person = people.get(normal(entry.getDN()));
            if (team != null && person != null) team.add("members", person);
        }
    }

    /** The name of whom a distinguished name, or a plain one, stands for. */
    private static String known(String member, Map<String, String> people) {
        var known = people.get(normal(member));
        if (known != null) return known;
        try {
            var rdn = DN.isValidDN(member) ? new DN(member).getRDN() : null;
            return ForeignNames.ours(rdn == null ? member : rdn.getAttributeValues()[0]);
        } catch (LDAPException none) {
            return ForeignNames.ours(member);
        }
    }

    private static boolean isDisabled(Entry entry) {
        var control = first(entry, "userAccountControl");
        var disabled = control != null && control.matches("\\d{1,9}") && (Integer.parseInt(control) & DISABLED) != 0;
        return disabled || "true".equalsIgnoreCase(first(entry, "nsAccountLock")) || first(entry, "pwdAccountLockedTime") != null;
    }

    private static boolean is(Entry entry, Set<String> classes) {
        return values(entry, "objectClass").stream().anyMatch(it -> classes.contains(it.toLowerCase(Locale.ROOT)));
    }

    private static @Nullable String first(Entry entry, String... attributes) {
        for (var attribute : attributes) {
            var value = entry.getAttributeValue(attribute);
            if (value != null && !value.isBlank()) return value.replace("\0", "").strip();
        }
        return null;
    }

    private static List<String> values(Entry entry, String attribute) {
        var values = entry.getAttributeValues(attribute);
        return values == null ? List.of() : List.of(values);
    }

    private static String normal(String dn) {
        try {
            return DN.normalize(dn);
        } catch (LDAPException plain) {
            return dn.toLowerCase(Locale.ROOT);
        }
    }
}
