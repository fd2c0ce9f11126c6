package dev.holdfast.portal.web;

import dev.holdfast.portal.web.feeds.FeedsPage;
import dev.holdfast.portal.web.handover.HandoverPage;
import java.util.List;
import java.util.Map;

/** Handovers as examples. */
final class SomeHandovers {

    private static final Status OPEN = new Status("open", Shape.DIAMOND, Tone.LOSS);

    private SomeHandovers() {}

    static HandoverPage page() {
        var digest = List.of(
                Line.of(OPEN, "INC-482 Checkout answers one request in three after the nightly import", "/incidents/INC-482", "major, bedroom, since 03:12"),
                Line.of(new Status("noisy", Shape.TRIANGLE, Tone.CAUTION), "Disk of the warehouse scanner fills", null, "furnishing, 4 callouts, 3 out of hours"));
        var notes = List.of(new HandoverPage.Said("Ann Holt", "07:40", "Watch the import queue:\nit stood still twice.\nhttps://example.com/a-very-long-address-without-any-place-to-break-it-into-lines"));
        var next = new HandoverPage.Item(
                "Bob Ek takes over from Ann Holt, Mon 16 Nov 09:00", new Status("ahead", Shape.HALF, Tone.ACCENT), notes, digest,
                "/schedules/furnishing-nights/handovers/furnishing-nights-20261116T090000Z/acknowledge");
        var before = new HandoverPage.Item(
                "Ann Holt took over from Bob Ek, Mon 9 Nov 09:00", new Status("acknowledged Mon 9 Nov 09:04", Shape.CHECK, Tone.SAFE), List.of(), List.of(), null);
        return new HandoverPage(
                "furnishing-nights", "Furnishing, out of hours", "Ann Holt is on call until Mon 16 Nov 09:00.", next, List.of(before), true,
                FormFaults.of("text", "Write what the next shift should know", Map.of()));
    }

    static HandoverPage none() {
        return new HandoverPage("alone", "alone", "Ann Holt is on call.", null, List.of(), false, FormFaults.NONE);
    }

    static FeedsPage feeds() {
        return new FeedsPage(
                List.of(new FeedsPage.Row("1", "Your shifts", "08:10"), new FeedsPage.Row("2", "The schedule Furnishing, out of hours", "Mon 9 Nov 09:04")),
                List.of(new Choice("person:ann", "Your shifts", true), new Choice("team:furnishing", "Team: Furnishing", false)),
                "https://holdfast.example.com/feeds/AbCdEfGhIjKlMnOpQrStUv.ics", FormFaults.NONE);
    }
}
