package dev.holdfast.demo;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.readiness.NewEvidence;
import dev.holdfast.readiness.Preparation;
import dev.holdfast.readiness.Readiness;
import dev.holdfast.readiness.Subject;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What some teams have written down about being prepared; others have not come to it. */
@Component
class Practice {

    private static final Duration HALF_A_YEAR = Duration.ofDays(180);

    private final Readiness readiness;

    Practice(Readiness readiness) {
        this.readiness = readiness;
    }

    void writeDown() {
        var bedroom = Subject.of(new ServiceName("bedroom"));
        write("ben", bedroom, Preparation.TEAM_SKILLS, "Two for the storefront, two for search; Finn learns the index with Chloe", null, HALF_A_YEAR);
        write("ben", bedroom, Preparation.LEARNING_MINDSET, "We go through every incident together on Thursdays, without blame", "https://wiki.example.com/bedroom/thursdays", null);
        var checkout = Subject.of(new ServiceName("checkout"));
        write("mia", checkout, Preparation.TEAM_SKILLS, "Everybody has restored the payment queue once, in a Chaos Day", null, HALF_A_YEAR);
        write("mo", Subject.of(new PersonName("mo")), Preparation.LEARNING_MINDSET, "Wrote the story of the index that came up empty", "https://wiki.example.com/stories/empty-index", null);
    }

    private void write(String person, Subject subject, Preparation preparation, String text, @Nullable String url, @Nullable Duration validFor) {
        var viewer = new Viewer(person, person, Set.of("admin"), Set.of(), Set.of(Scope.READ, Scope.CATALOGUE), null, null);
        readiness.write(viewer, subject, preparation, new NewEvidence(text, url == null ? null : URI.create(url), validFor));
    }
}
