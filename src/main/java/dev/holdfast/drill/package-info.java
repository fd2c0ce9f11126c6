/**
 * The routing fire drill: for every way in which an alert can come in, who would be called, now, tonight and on Sunday at
 * 03:00, and the first link of that <em>chain</em> that is broken: service, owner, assessment, schedule, person, contact.
 * Made every night and whenever somebody asks; the last runs are kept with what broke and what was mended, and whoever
 * can mend a chain that broke in the night is told of it once, in their working hours. It calls nobody to anything.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "quantities", "rows", "http", "access", "ledger", "timers", "catalogue", "operatingmodel", "notification", "oncall", "alerts"
        })
package dev.holdfast.drill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
