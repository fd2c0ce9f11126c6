package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Because;
import java.util.List;

/** A person who is called for a callout in a step. */
record Called(Callout callout, MessageType type, PersonName person, List<Because> why) {}
