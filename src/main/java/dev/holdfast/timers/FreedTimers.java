package dev.holdfast.timers;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How many timers an earlier server had been firing when it was killed. */
record FreedTimers(int count) {

    static FreedTimers freeAll(JdbcClient db) {
        return new FreedTimers(db.sql(
                        """
                        update timers.scheduled_tasks
                           set picked = false,
                               picked_by = null,
                               last_heartbeat = null,
                               version = version + 1
                         where picked
                        """)
                .update());
    }
}
