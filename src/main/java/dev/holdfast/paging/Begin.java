package dev.holdfast.paging;

import dev.holdfast.catalogue.ServiceName;

/** A callout to be made: about what, for which service, how urgent. */
public record Begin(SubjectId subject, ServiceName service, Urgency urgency) {}
