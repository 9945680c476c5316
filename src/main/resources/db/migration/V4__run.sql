-- Finished runs with all that is needed to run them again. Stored here alone, as settings are. Numbers are never used twice.

create table run (
    number        integer not null primary key autoincrement,
    kept_at_nanos integer not null,
    title         text    not null,
    symbols       text    not null,
    tier          text    not null,
    -- null where it cannot be told
    total_return  double,
    max_drawdown  double,
    sharpe        double,
    trades        integer not null,
    journal_hash  text    not null,
    -- the setup as canonical JSON, in the clear: a report that is damaged can still be made again from it
    setup         text    not null,
    -- the whole report as JSON, deflated; its length before and the SHA-256 of that
    report        blob    not null,
    report_bytes  integer not null,
    report_sha256 text    not null
);
