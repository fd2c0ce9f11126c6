package dev.holdfast.portal.web.costs;

import dev.holdfast.http.Fault;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.insurance.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the address of the page asks, read as people type it: {@code 1, 10, 50} and {@code $1,200}. */
final class CostsForm {

    private static final String USUAL_TEAMS = "1, 10, 50";
    private static final String USUAL_PER_DOMAIN = "3";

    private final Map<String, String> asked;

    CostsForm(Map<String, String> asked) {
        this.asked = asked;
    }

    String text(String field, String usual) {
        var typed = asked.get(field);
        return typed == null || typed.isBlank() ? usual : typed.strip();
    }

    String teams() {
        return text("teams", USUAL_TEAMS);
    }

    String perDomain() {
        return text("perDomain", USUAL_PER_DOMAIN);
    }

    Question question() {
        var faults = new ArrayList<Fault>();
        var teams = new ArrayList<Integer>();
        for (var number : teams().split("[,;\\s]+")) {
            var read = whole("teams", number, faults);
            if (read != null) teams.add(read);
        }
        var levels = new Question.Levels(
                whole("levels.team", text("team", "4"), faults), whole("levels.domain", text("domain", "3"), faults), whole("levels.none", text("none", "3"), faults));
        var question = new Question(
                teams, levels, whole("teamsPerDomain", perDomain(), faults), money("rate", faults), money("operationsRate", faults));
        if (!faults.isEmpty()) throw new Unprocessable(faults);
        return question;
    }

    private static @Nullable Integer whole(String field, String typed, List<Fault> faults) {
        try {
            return Integer.valueOf(typed);
        } catch (NumberFormatException e) {
            faults.add(Fault.at(field, "MALFORMED", "“%s” is not a whole number.".formatted(typed)));
            return null;
        }
    }

    private @Nullable BigDecimal money(String field, List<Fault> faults) {
        var typed = text(field, "").replaceAll("[,\\s$€£]", "");
        if (typed.isEmpty()) return null;
        try {
            return new BigDecimal(typed);
        } catch (NumberFormatException e) {
            faults.add(Fault.at(field, "MALFORMED", "“%s” is not an amount.".formatted(typed)));
            return null;
        }
    }
}
