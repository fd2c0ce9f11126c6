package dev.holdfast.calendars;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Team;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** In whose working hours a holiday calendar counts. */
public record HolidayUsers(boolean organisation, List<Team> teams) {

    public HolidayUsers {
        teams = List.copyOf(teams);
    }

    public static HolidayUsers of(CatalogueView view, String calendar) {
        return new HolidayUsers(
                view.holidayCalendarsOf(null).contains(calendar),
                view.teams().stream()
                        .filter(team -> team.hasOwnHours() && view.holidayCalendarsOf(team.name()).contains(calendar))
                        .toList());
    }

    /** The administrators, and the leads of the teams that name it. */
    Set<PersonName> told(CatalogueView view) {
        var admins = view.administrators().stream();
        return new LinkedHashSet<>(Stream.concat(admins, teams.stream().map(Team::lead).flatMap(Stream::ofNullable)).toList());
    }
}
