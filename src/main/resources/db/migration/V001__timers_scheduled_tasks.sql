-- Durable timers, in db-scheduler's own shape: one row for each task instance that waits or runs.
create schema timers;

create table timers.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint    not null default 0,
    primary key (task_name, task_instance)
);

-- Due ones are fetched by time (and priority among those), dead ones by their last heartbeat.
create index scheduled_tasks_execution_time on timers.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on timers.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on timers.scheduled_tasks (priority desc, execution_time asc);
