package dev.holdfast.portal.web.frame;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.FormFaults;
import java.util.List;

/** The form by which somebody says that something is wrong. */
public record DeclarePage(List<Choice> services, List<Choice> shares, String summary, boolean call, FormFaults faults) {}
