package dev.holdfast.portal.web.models;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.models.ModelsPage.Step;
import java.util.List;

/** What the policy would select for a service that need not exist. */
public record TrialPage(
        String revenue, String cost, List<Choice> demands, List<Choice> kinds, String policy, FormFaults faults, List<Step> steps, List<String> cautions) {}
