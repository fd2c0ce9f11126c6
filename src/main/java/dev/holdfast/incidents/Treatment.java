package dev.holdfast.incidents;

import java.math.BigDecimal;

/** What an alert does by its severity (rule 9): when it calls somebody, and the impact that it is taken to have. */
record Treatment(Pages page, BigDecimal impact) {

    enum Pages {
        ALWAYS,
        WORKING_HOURS,
        NEVER
    }
}
