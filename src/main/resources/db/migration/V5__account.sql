-- Accounts at exchanges. Stored here alone, as settings are. The keys themselves are in the vault's file: nothing here is
-- secret, and no ciphertext either. Times in nanoseconds since the epoch.

create table account (
    -- never used twice: the vault binds a key to it
    id              integer not null primary key autoincrement,
    name            text    not null,
    exchange        text    not null,
    kind            text    not null,
    scheme          text    not null,
    -- the last characters of the public half, to tell keys apart
    key_hint        text    not null,
    -- PEM of an Ed25519 pair's public half, else empty
    public_key      text    not null,
    enabled         integer not null,
    -- whether opening the vault is enough to trade with it
    armed_by_vault  integer not null,
    -- what the exchange last said of the key; outcome and time are null before the first try
    outcome         text,
    rights          text    not null,
    address_bound   integer not null,
    detail          text    not null,
    tried_at_nanos  integer,
    added_at_nanos  integer not null,
    -- a deletion that has begun: what a crash left of it is finished at the next start
    leaving         integer not null
);
