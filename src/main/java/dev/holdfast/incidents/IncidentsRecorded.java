package dev.holdfast.incidents;

import java.util.List;

/** For whoever keeps something that follows from incidents: told in the transaction that changed them. */
public interface IncidentsRecorded {

    /** They were opened, reassigned, over, open again, or began earlier than was known. */
    void changed(List<Incident> incidents);
}
