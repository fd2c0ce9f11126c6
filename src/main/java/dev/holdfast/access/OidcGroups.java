package dev.holdfast.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What groups of the provider give here: roles and membership of teams, for as long as a session lasts. */
public record OidcGroups(List<Gift> gifts) {

    private static final Set<String> ROLES = Set.of("admin", "incident-manager", "change-manager");
    /** A group may hold commas and equals signs, as names of directories do. */
    private static final Pattern GIFT = Pattern.compile("\\G\\s*(\\S.*?)\\s*=\\s*(role|team):([a-z0-9-]{1,63})\\s*(?:,|$)");

    /** That a group gives a role ({@code role}) or makes a member of a team ({@code team}). */
    public record Gift(String group, boolean role, String name) {}

    public OidcGroups {
        gifts = List.copyOf(gifts);
    }

    /** From {@code holdfast-admins=role:admin,bedroom=team:bedroom-team}. */
    static OidcGroups from(String text) {
        var gifts = new ArrayList<Gift>();
        var matcher = GIFT.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find()) {
            end = matcher.end();
            gifts.add(new Gift(matcher.group(1), matcher.group(2).equals("role"), matcher.group(3)));
        }
        if (end < text.length() || gifts.stream().anyMatch(gift -> gift.role() && !ROLES.contains(gift.name()))) {
            throw OidcSettings.wrong("OIDC_GROUPS", text, "it takes group=role:admin, role:incident-manager, role:change-manager or"
                    + " group=team:name, separated by commas");
        }
        return new OidcGroups(gifts);
    }

    Grants of(Collection<String> groups) {
        var roles = new TreeSet<String>();
        var teams = new TreeSet<String>();
        for (var gift : gifts) {
            if (groups.contains(gift.group())) (gift.role() ? roles : teams).add(gift.name());
        }
        return new Grants(roles, teams);
    }
}
