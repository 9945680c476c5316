package dev.tradewind.domain;

/** Where a bot is in its life. */
public enum BotState {
    DRAFT,
    VALIDATED,
    ARMED,
    STARTING,
    RUNNING,
    PAUSED,
    WAITING_FOR_BALANCE,
    /** Needs a person. */
    ERROR,
    STOPPING,
    STOPPED;

    /** {@return whether the bot still reacts to the market} */
    public boolean isActive() {
        return switch (this) {
            case ARMED, STARTING, RUNNING, PAUSED, WAITING_FOR_BALANCE, STOPPING -> true;
            case DRAFT, VALIDATED, ERROR, STOPPED -> false;
        };
    }
}
