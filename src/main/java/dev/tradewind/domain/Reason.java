package dev.tradewind.domain;

/**
 * Why an engine or a bot did something: the vocabulary of the journal's decisions. Each is a code with up to two numbers,
 * so that deciding costs no string; {@link #template()} turns it into words when somebody reads it. In a template
 * {@code {p}} is the first number as a price, {@code {q}} the second as a quantity, {@code {a}} and {@code {b}} the plain
 * numbers.
 */
public enum Reason {
    BOT_STARTED("Started"),
    BOT_PAUSED("Paused by you: no new entries, protection stays"),
    BOT_RESUMED("Resumed by you"),
    BOT_STOPPED("Stopped"),
    BOT_EDITED("Parameters changed"),
    BOT_WAITS_FOR_BALANCE("Not enough free balance for the next order"),
    BOT_FAILED("Stopped itself: an order was refused"),
    START_CONDITION_WAITS("Waiting for the start condition"),
    DEAL_OPENED("Deal {b} opened at {p}"),
    BASE_ORDER_PLACED("Base order placed"),
    BASE_ORDER_FILLED("Base order filled at {p}"),
    SAFETY_ORDER_PLACED("Safety order placed at {p}"),
    SAFETY_ORDER_FILLED("Safety order filled at {p}"),
    TAKE_PROFIT_MOVED("Take profit moved to {p}"),
    TAKE_PROFIT_FILLED("Take profit filled at {p}"),
    TRAILING_STARTED("Trailing started at {p}"),
    TRAILING_CLOSED("Trailing close at {p}"),
    STOP_LOSS_TRIGGERED("Stop loss triggered at {p}"),
    STOP_LOSS_MOVED("Stop loss moved to {p}"),
    DEAL_TIMED_OUT("Deal timed out"),
    DEAL_CLOSED("Deal {a} closed"),
    DUST_CARRIED("Less than one lot carried into the next deal at its cost"),
    COOLDOWN("Cooling down before the next deal"),
    DEAL_LIMIT_REACHED("The number of deals asked for is done"),
    FUNDS_ADDED("Funds added by you"),
    CLOSED_BY_USER("Closed at market by you"),
    CROSSED_UP("Fast average crossed above the slow one at {p}"),
    CROSSED_DOWN("Fast average crossed below the slow one at {p}"),
    ORDER_REFUSED("Order refused here: {a}"),
    HALTED("Halted"),
    RESUMED("Halt ended by you"),
    TOO_SMALL("Below the smallest order of the exchange; kept for later"),
    TAKE_PROFIT_PLACED("Take profit placed at {p}"),
    STOP_LOSS_PLACED("Stop loss placed at {p}"),
    STOP_LOSS_WAITS("Price is below the stop {p}; waiting for the time-out"),
    SAFETY_ORDERS_SKIPPED("Safety order skipped by you at {p}"),
    STEP_CLOSED_BY_USER("Step {a} closed at market by you"),
    DEAL_CANCELLED("Deal {a} cancelled by you; its coins are kept"),
    ORDER_REJECTED("The exchange refused order {a}"),
    LATE_FILL("A fill arrived after its order was to be cancelled; covered again"),
    GRID_PLACED("Grid placed around {p} in {b} levels"),
    PAIR_COMPLETED("Level sold at {p}: pair {b} completed"),
    PAIR_REBOUGHT("Level bought back at {p}: pair {b} completed"),
    GRID_MOVED("Grid moved one step, its outer level trades from {p} now"),
    GRID_EXPANDED("Grid grew by a level from {p}"),
    GRID_STOPPED("Price reached the grid's stop at {p}"),
    LEVELS_SCALED("Buys made smaller to fit what is left, {b} in ten thousand"),
    LEVEL_LOST("A level's order was cancelled by others; placed again when you resume"),
    REDUCING("No new entries; what reduces a position passes"),
    REPORT_QUARANTINED("An impossible report about order {a} was set aside; the exchange is asked"),
    REPORT_DISCARDED("The exchange agrees with the journal about order {a}; the report is dropped"),
    REPORT_CONTRADICTED("The exchange counts {b} lots filled of order {a}, the journal does not"),
    ORDER_SETTLED("The exchange says order {a} has ended; closed here too"),
    BOT_ARCHIVED("Archived by you"),
    BOT_RESTORED("Brought back from the archive by you"),
    LEVEL_MISSING("The order of a level at {p} was gone without a word; placed again"),
    TRANSFERRED("Transferred {a} atoms of quote, {b} in all"),
    TRANSFER_REFUSED("The exchange refused to move {a} atoms"),
    MARGIN_ADJUSTED("Margin of the position changed by {a} atoms"),
    MARGIN_CALL("Margin call at {p}: the maintenance margin is {b} ten-thousandths of the margin there is"),
    LIQUIDATED("Closed by force at {p}: {q}"),
    OWN_MARGIN_USED_UP("Its own margin was used up at {p}: {q} closed at market");

    private final String template;

    Reason(String template) {
        this.template = template;
    }

    /** {@return the words, with {@code {p} {q} {a} {b}} where the numbers go} */
    public String template() {
        return template;
    }
}
