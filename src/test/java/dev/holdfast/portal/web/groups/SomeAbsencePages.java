package dev.holdfast.portal.web.groups;

import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.quantities.Money;
import java.util.List;
import java.util.Map;

/** Examples of pages on which people are away and days are holidays. */
public final class SomeAbsencePages {

    private SomeAbsencePages() {}

    public static PersonPage person() {
        var meets = List.of(new LeaveSection.Meeting("furnishing-out-of-hours, Mon 21 Dec 09:00 to Mon 28 Dec 09:00", "/on-call"));
        var leave = new LeaveSection("ann", true, List.of(
                        new LeaveSection.Row("1", "Mon 21 Dec to Fri 1 Jan 2027", "back on the 4th", meets),
                        new LeaveSection.Row("2", "Mon 1 Feb 2027", "from their calendar", List.of())),
                "America/Argentina/ComodRivadavia", "calendar.example.com", "It answered with the status 404. What it said last stands. Read 03:12.", true,
                FormFaults.of("to", "The last day is not before the first", Map.of("from", "2027-01-05", "to", "2027-01-01")));
        return new PersonPage("ann", "Ann Holt", "In Bedroom.", List.of(new Status("On call", Shape.HALF, Tone.ACCENT)), null, "What they answer for",
                new Owned(List.of(), 0, 0, Money.of("0", "USD"), List.of()), null, List.of(), List.of(),
                List.of(Pair.of("Time zone", "Europe/London")), null, leave);
    }

    public static HolidayPage calendar() {
        var turns = List.of(
                new HolidayPage.Turn(new Status("becomes a holiday", Shape.DOT, Tone.ACCENT), "Mon 3 May 2027", "Early May bank holiday"),
                new HolidayPage.Turn(new Status("is one no longer", Shape.CROSS, Tone.CAUTION), "Fri 7 May 2027", "Early May bank holiday"));
        return new HolidayPage("england", "England and Wales", "The next is on Fri 25 Dec: Christmas Day.",
                List.of(new Status("Could not be read", Shape.TRIANGLE, Tone.CAUTION)), "/catalogue/holiday-calendars/england/edit",
                List.of(new HolidayPage.Day("Fri 25 Dec", "Christmas Day", "written here"), new HolidayPage.Day("Mon 28 Dec", "Boxing Day", "from its address")),
                9, new HolidayPage.Waiting("1", "It counts from Tue 24 Nov 17:30, unless an administrator dismisses it before.", turns, true),
                List.of(Pair.of("Read from", "calendars.example.com"), Pair.of("Tried 03:12", "It did not answer within 10 seconds. What it said last stands.")),
                List.of(Pair.of("The organisation", "and teams without hours of their own"), Pair.to("Team", "Bedroom", "/teams/bedroom-team")));
    }
}
