-- Candles and trades that were imported, as compressed columns in blocks. Stored here alone, as settings are: they cannot be
-- made again from the journals. Times in nanoseconds since the epoch.

create table series (
    id                integer not null primary key,
    -- venue:symbol:timeframe
    name              text    not null unique,
    -- what ticks and lots mean in every block of the series
    instrument_symbol text    not null,
    instrument_venue  text    not null,
    base              text    not null,
    base_scale        integer not null,
    quote             text    not null,
    quote_scale       integer not null,
    tick_size         text    not null,
    lot_size          text    not null,
    -- what follows from the blocks, kept so that a list reads no block
    row_count         integer not null,
    first_nanos       integer not null,
    last_nanos        integer not null,
    gaps              integer not null,
    missing           integer not null,
    revised           integer not null,
    bytes             integer not null,
    -- the running checksum after the last row, and whether it is true: a change before the end leaves it to be made anew
    chain             integer not null,
    chain_true        integer not null,
    source            text    not null
);

create table series_block (
    series_id   integer not null references series (id) on delete cascade,
    -- candles: where the block's span of time begins; trades: the time of its first row
    start_nanos integer not null,
    first_nanos integer not null,
    last_nanos  integer not null,
    row_count   integer not null,
    gaps        integer not null,
    missing     integer not null,
    least_id    integer not null,
    most_id     integer not null,
    content     blob    not null,
    primary key (series_id, start_nanos)
);

-- Rows that were replaced by others of the same time, as they were before: a block for each block that changed.
create table series_revision (
    series_id   integer not null references series (id) on delete cascade,
    number      integer not null,
    start_nanos integer not null,
    -- where the rows came from that replaced these
    source      text    not null,
    first_nanos integer not null,
    last_nanos  integer not null,
    row_count   integer not null,
    content     blob    not null,
    primary key (series_id, number, start_nanos)
);

-- What a repair took out of a series: damaged blocks as they are, impossible rows as a block of their own.
create table series_quarantine (
    id          integer not null primary key,
    series_id   integer not null references series (id) on delete cascade,
    reason      text    not null,
    first_nanos integer not null,
    last_nanos  integer not null,
    row_count   integer not null,
    content     blob    not null
);

create table series_retention (
    timeframe text    not null primary key,
    days      integer not null
);
