package dev.holdfast.portal.web;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What surrounds every page: who reads it, their clock and theme, the form token, and where the assets are. */
public record Frame(
        @Nullable Who who,
        ReaderTime time,
        @Nullable String theme,
        Token token,
        int openIncidents,
        boolean unprotected,
        UnaryOperator<String> assets) {

    /** The reader, as the foot of the side bar names them. */
    public record Who(String account, String name, String standing, String initials, boolean admin) {}

    /** The hidden field that every form carries against forged requests. */
    public record Token(String field, String value) {}

    /** The address of an asset, with the hash of its content in it. */
    public String asset(String path) {
        return assets.apply(path);
    }

    /** What the strip says where a plain http address protects nothing. */
    public Status plainHttp() {
        return new Status("Not protected", Shape.TRIANGLE, Tone.CAUTION);
    }

    /** What is looked at every day: the head of the side bar, and the tabs at the foot of a phone. */
    public List<Place> daily() {
        return List.of(Place.HOME, Place.SERVICES, Place.ON_CALL, Place.INCIDENTS);
    }

    /** What the organisation is steered by. */
    public List<Place> steering() {
        return List.of(Place.CHANGES, Place.OPERATING_MODELS, Place.MEASURES, Place.POLICY, Place.PAY, Place.CATALOGUE);
    }

    /** Whether a phone finds it behind its last tab. */
    public boolean isBehindMore(@Nullable Place place) {
        return place != null && !daily().contains(place);
    }

    /** As the system has it, or one of two. */
    public List<Choice> themes() {
        return List.of(new Choice("system", "As the system", theme == null), new Choice("light", "Light", "light".equals(theme)),
                new Choice("dark", "Dark", "dark".equals(theme)));
    }
}
