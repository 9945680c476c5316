package dev.tradewind.app;

import dev.tradewind.domain.Timeframe;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * All that is needed to play a backtest, and to play it again: which bots on which histories, under what terms. Immutable.
 *
 * @param title what the person calls it; blank for a title made of the bots and histories
 * @param terms what holds for every lane; its capital is that of the whole account, its timeframe that of lanes and bots that
 *              name none
 * @param lanes the histories, at least one, all in one quote asset
 */
public record RunSetup(String title, BacktestRequest terms, List<Lane> lanes) {

    /** A setup has room for this many lanes. */
    public static final int MOST_LANES = 64;

    /** A lane has room for this many bots. */
    public static final int MOST_BOTS = 64;

    /**
     * One history with the bots that trade it.
     *
     * @param market    where the history is and what is known about it
     * @param perpetual that it is traded as a perpetual, empty for spot
     * @param timeframe candles for the lane's bots that name none; empty for the terms'
     * @param bots      at least one
     */
    public record Lane(
            MarketChoice market, Optional<PerpetualChoice> perpetual, Optional<Timeframe> timeframe, List<Entry> bots) {

        public Lane {
            bots = List.copyOf(bots);
            if (bots.isEmpty() || bots.size() > MOST_BOTS) {
                throw new IllegalArgumentException("a lane has " + bots.size() + " bots; 1 to " + MOST_BOTS + " would pass");
            }
        }
    }

    /**
     * One bot.
     *
     * @param bot       its kind and parameters
     * @param capital   quote units of its own; empty for an equal share of what is given to nobody
     * @param timeframe candles it takes where it takes them as the data has them; empty for the lane's
     */
    public record Entry(BotChoice bot, Optional<BigDecimal> capital, Optional<Timeframe> timeframe) {

        public Entry {
            if (capital.isPresent() && capital.get().signum() <= 0) {
                throw new IllegalArgumentException("capital " + capital.get().toPlainString() + " of bot "
                        + bot.type().id() + " must be above 0; leave it out for an equal share");
            }
        }

        /** On the lane's timeframe. */
        public Entry(BotChoice bot, Optional<BigDecimal> capital) {
            this(bot, capital, Optional.empty());
        }

        /** {@return the bot with an equal share, on the lane's timeframe} */
        public static Entry of(BotChoice bot) {
            return new Entry(bot, Optional.empty());
        }
    }

    public RunSetup {
        title = title.strip();
        lanes = List.copyOf(lanes);
        if (lanes.isEmpty() || lanes.size() > MOST_LANES) {
            throw new IllegalArgumentException("a run has " + lanes.size() + " lanes; 1 to " + MOST_LANES + " would pass");
        }
    }

    /** {@return one bot with all the capital on one history} */
    public static RunSetup of(
            BotChoice bot, MarketChoice market, Optional<PerpetualChoice> perpetual, BacktestRequest terms) {
        return new RunSetup(
                "", terms, List.of(new Lane(market, perpetual, Optional.empty(), List.of(Entry.of(bot)))));
    }

    /** {@return bots in all lanes} */
    public int bots() {
        return lanes.stream().mapToInt(lane -> lane.bots().size()).sum();
    }

    /** {@return the title, or one made of the bots and the histories} */
    public String name() {
        if (!title.isEmpty()) {
            return title;
        }
        StringJoiner made = new StringJoiner(", ");
        for (Lane lane : lanes) {
            StringJoiner bots = new StringJoiner(" and ");
            lane.bots().forEach(entry -> bots.add(entry.bot().type().label()));
            made.add(bots + " on " + lane.market().name());
        }
        return made.toString();
    }

    /** {@return the same with every file by its whole path, so that it can be played from any folder} */
    public RunSetup absolute() {
        return new RunSetup(title, terms, lanes.stream()
                .map(lane -> new Lane(
                        lane.market().absolute(), lane.perpetual().map(RunSetup::absolute), lane.timeframe(), lane.bots()))
                .toList());
    }

    /** {@return the same with stored series looked for in that data folder; files stay as they are} */
    public RunSetup in(Optional<Path> dataFolder) {
        return new RunSetup(title, terms, lanes.stream()
                .map(lane -> new Lane(lane.market().in(dataFolder), lane.perpetual(), lane.timeframe(), lane.bots()))
                .toList());
    }

    private static PerpetualChoice absolute(PerpetualChoice choice) {
        return new PerpetualChoice(
                choice.margin(),
                choice.funding().map(Path::toAbsolutePath),
                choice.mark().map(Path::toAbsolutePath),
                choice.brackets().map(Path::toAbsolutePath));
    }

    /** {@return the setup as JSON: the same setup gives the same text, on one line} */
    public String toJson() {
        return SetupJson.write(this);
    }

    /**
     * {@return the setup that {@link #toJson} wrote, or that a person did: what is left out is as usual}
     *
     * @throws IllegalArgumentException naming the place, the value and what would pass
     */
    public static RunSetup ofJson(String json) {
        return SetupReader.read(json);
    }

    /** {@return whether the other says the same: 10.50 and 10.5 are one number} */
    @Override
    public boolean equals(Object other) {
        return other instanceof RunSetup setup && toJson().equals(setup.toJson());
    }

    @Override
    public int hashCode() {
        return toJson().hashCode();
    }
}
