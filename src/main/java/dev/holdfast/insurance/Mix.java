package dev.holdfast.insurance;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How teams divide among the on-call levels out of hours: so many at team level for so many at domain level and at none. */
public record Mix(int team, int domain, int none) {

    /** Of ten teams: few at the highest level, and some that wait until morning. */
    public static final Mix USUAL = new Mix(4, 3, 3);

    public Mix {
        if (team < 0 || domain < 0 || none < 0 || (long) team + domain + none == 0) {
            throw new IllegalArgumentException("A mix has no part below zero, and one above");
        }
    }

    /** The same mix of that many teams: whole teams, what is left over to the largest remainder, the higher level first. */
    public Mix of(int teams) {
        var parts = List.of(team, domain, none);
        var all = BigInteger.valueOf((long) team + domain + none);
        var whole = new ArrayList<Integer>();
        var remainders = new ArrayList<BigInteger>();
        for (var part : parts) {
            var divided = BigInteger.valueOf(part).multiply(BigInteger.valueOf(teams)).divideAndRemainder(all);
            whole.add(divided[0].intValueExact());
            remainders.add(divided[1]);
        }
        var left = teams - whole.stream().mapToInt(it -> it).sum();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left)
                .forEach(part -> whole.set(part, whole.get(part) + 1));
        return new Mix(whole.get(0), whole.get(1), whole.get(2));
    }

    /** How many domain schedules the teams at domain level share, so many teams to a domain. */
    public int domains(int teamsPerDomain) {
        return Math.ceilDiv(domain, teamsPerDomain);
    }
}
