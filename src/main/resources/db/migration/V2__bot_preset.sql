-- Values a person saved for a kind of bot. Stored here alone, as settings are.

create table bot_preset (
    type  text not null,
    name  text not null,
    param text not null,
    value text not null,
    primary key (type, name, param)
);
