package dev.holdfast.calendars;

import java.util.List;

/** What a calendar says within the bounds that were asked for, and how many of its events made no sense. */
public record IcsContent(List<IcsEvent> events, int passedOver) {

    public IcsContent {
        events = List.copyOf(events);
    }
}
