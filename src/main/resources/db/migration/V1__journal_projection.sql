-- What can be read back from the journals, in a form that can be queried. The journals are the truth: every row here can
-- be made again from them. Settings are the exception, they are stored here alone. Prices are in ticks, quantities in
-- lots, money in atoms, times in nanoseconds since the epoch.

create table session (
    id               text    not null primary key,
    started_at_nanos integer not null,
    -- the last journal row taken over, and its chain hash: a journal whose tail was cut since is read again from the start
    last_row         integer not null,
    last_sequence    integer not null,
    last_chain       text    not null
);

create table session_property (
    session_id text not null references session (id) on delete cascade,
    name       text not null,
    value      text not null,
    primary key (session_id, name)
);

create table orders (
    session_id       text    not null references session (id) on delete cascade,
    client_order_id  integer not null,
    bot_id           integer not null,
    instrument       integer not null,
    side             text    not null,
    type             text    not null,
    time_in_force    text    not null,
    state            text    not null,
    refusal          text    not null,
    quantity_lots    integer not null,
    price_ticks      integer not null,
    stop_ticks       integer not null,
    filled_lots      integer not null,
    tag              integer not null,
    link_id          integer not null,
    placed_at_nanos  integer not null,
    updated_at_nanos integer not null,
    journal_row      integer not null,
    primary key (session_id, client_order_id)
);

create table fill (
    session_id      text    not null references session (id) on delete cascade,
    journal_row     integer not null,
    fill_id         integer not null,
    client_order_id integer not null,
    at_nanos        integer not null,
    price_ticks     integer not null,
    quantity_lots   integer not null,
    fee_atoms       integer not null,
    fee_asset       text    not null,
    maker           integer not null,
    primary key (session_id, journal_row)
);

create table bot (
    session_id       text    not null references session (id) on delete cascade,
    id               integer not null,
    type             text    not null,
    name             text    not null,
    instrument       integer not null,
    capital_atoms    integer not null,
    started_at_nanos integer not null,
    -- what the user last asked of it: STARTED, PAUSED, RESUMED, STOPPED
    asked            text    not null,
    primary key (session_id, id)
);

create table bot_param (
    session_id text    not null references session (id) on delete cascade,
    bot_id     integer not null,
    name       text    not null,
    value      text    not null,
    primary key (session_id, bot_id, name)
);

create table decision (
    session_id    text    not null references session (id) on delete cascade,
    journal_row   integer not null,
    sequence      integer not null,
    at_nanos      integer not null,
    bot_id        integer not null,
    reason        text    not null,
    first_number  integer not null,
    second_number integer not null,
    primary key (session_id, journal_row)
);

create table setting (
    name  text not null primary key,
    value text not null
);
