package dev.holdfast.portal.web.care;

import java.util.List;

/**
 * What a team's page says of how being on call goes: whether it is shared fairly, who is to rest, and what to mend.
 *
 * @param more what comes later in the twelve months
 */
public record CarePart(String team, FairPart fair, List<RestRow> rests, List<ForecastPage.Item> mend, int more) {}
