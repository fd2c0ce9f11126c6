package dev.holdfast.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Saying that something is wrong which no alert said.
 *
 * @param stake what the chosen service has at risk, and who would be called now
 */
public record NewIncidentPage(String service, List<Choice> services, List<Choice> severities, @Nullable String stake, FormFaults faults) {}
