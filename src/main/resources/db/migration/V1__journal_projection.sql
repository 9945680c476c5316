-- What can be read back from the journal, in a form that can be queried. The journal is the truth: every row here
-- can be made again from it. Settings are the exception, they are stored here alone.

create table session (
    id               integer not null primary key,
    account          text    not null,
    mode             text    not null,
    instrument       text    not null,
    data_source      text    not null,
    started_at_nanos integer not null,
    last_seq         integer not null,
    state            text    not null
);

create table setting (
    key   text not null primary key,
    value text not null
);
