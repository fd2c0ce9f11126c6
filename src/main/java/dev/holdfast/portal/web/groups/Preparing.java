package dev.holdfast.portal.web.groups;

import dev.holdfast.portal.web.Line;
import dev.holdfast.portal.web.readiness.ReadinessSection;
import java.util.List;

/** How a person is prepared, whom they go along with, and in which teams they were before. */
public record Preparing(ReadinessSection readiness, List<Line> shadowing, List<Line> before) {}
