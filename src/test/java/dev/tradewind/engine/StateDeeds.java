package dev.tradewind.engine;

import dev.tradewind.bot.BotType;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.kernel.Rng;
import dev.tradewind.oms.Order;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What persons do between two market events. */
interface StateDeeds {

    /** Adds steps at a time and a price. */
    void before(int event, long now, long price, Rng rng, List<StateStory.Step> steps);

    /** A command that depends on nothing but time and price. */
    static StateStory.Step command(long now, Command command) {
        return command(now, session -> command);
    }

    /** A command about what there is when its time comes. */
    static StateStory.Step command(long now, Function<Session, Command> made) {
        return new StateStory.Step(session -> session.loop().command(now, made.apply(session)));
    }

    /** One bot with these parameters from the start, which is edited, paused and in the end stopped. */
    static StateDeeds oneBot(String type, Map<String, String> params, int events) {
        return (event, now, price, rng, steps) -> {
            if (event == 1) {
                steps.add(command(now, session -> new Command.StartBot(
                        1, type, "the bot", 0, session.ledger().user().freeQuoteAtoms() / 2, params)));
            } else if (event == events / 3) {
                steps.add(command(now, new Command.PauseBot(1)));
            } else if (event == events / 3 + 9) {
                steps.add(command(now, new Command.ResumeBot(1)));
            } else if (event == events - 20) {
                steps.add(command(now, new Command.StopBot(
                        1, event % 2 == 0 ? Command.StopMode.SELL : Command.StopMode.values()[0])));
            }
        };
    }

    /** Anything a person may do, in one of the position modes; {@code share} of 100 events see something done. */
    static StateDeeds anything(PositionMode mode, int share) {
        Random random = new Random(mode);
        return (event, now, price, rng, steps) -> {
            if (event == 0) {
                return;
            }
            if (event == 2) {
                steps.add(command(now, new Command.PlaceOrder(
                        0, Side.BUY, OrderType.MARKET, TimeInForce.GTC, 200_000, 0, 0, random.terms(rng))));
            }
            if (rng.nextInt(100) < share) {
                random.deed(now, price, rng, steps);
            }
        };
    }

    /** Draws what is done. */
    final class Random {

        private static final List<String> RULES = List.of(
                "account drawdown 3% over 10m reduce-only",
                "account order-rate 20 over 1m block-new",
                "symbol volatility 2% over 5m block-new for 3m",
                "bot:* drawdown 2% stop-bots",
                "bot:1 drawdown 5% over 1h cancel-entries",
                "tag:wild drawdown 1% flatten",
                "account losing-streak 3 block-new for 10m",
                "bot:* cooldown-after-stop 5m block-new",
                "account low-profit -1 over 1h warn",
                "account correlation 90% over 64s warn",
                "account exposure 70% shrink",
                "account open-positions 3 block-new",
                "account position-size 60000 block-new",
                "account leverage 5x block-new",
                "account daily-loss 900 halt",
                "account unprotected 5s protect",
                "account order-size 30000 block-new",
                "account liquidation-distance 45% add-margin 500",
                "account liquidation-distance 30% shrink");

        private final PositionMode mode;
        private int bots;

        Random(PositionMode mode) {
            this.mode = mode;
        }

        OrderTerms terms(Rng rng) {
            return mode == PositionMode.HEDGE
                    ? OrderTerms.NONE.on(rng.nextInt(2) == 0 ? PositionSide.LONG : PositionSide.SHORT)
                    : OrderTerms.NONE;
        }

        void deed(long now, long price, Rng rng, List<StateStory.Step> steps) {
            int drawn = rng.nextInt(100);
            if (drawn < 30) {
                steps.add(command(now, order(now, price, rng)));
            } else if (drawn < 38) {
                int pick = rng.nextInt(1_000);
                long lots = rng.nextInt(4_000);
                long move = rng.nextInt(401) - 200;
                steps.add(command(now, session -> amend(session, pick, lots, move)));
            } else if (drawn < 45) {
                int pick = rng.nextInt(1_000);
                steps.add(command(now, session -> new Command.CancelOrder(picked(session, pick))));
            } else if (drawn < 60) {
                steps.add(command(now, algo(price, rng)));
            } else if (drawn < 63) {
                steps.add(command(now, new Command.CancelAlgo(1 + rng.nextInt(12))));
            } else if (drawn < 85) {
                bot(now, rng, steps);
            } else if (drawn < 89) {
                steps.add(command(now, rules(rng)));
            } else if (drawn < 92) {
                report(now, price, rng, steps);
            } else {
                account(now, rng, steps);
            }
        }

        private Command order(long now, long price, Rng rng) {
            Side side = rng.nextInt(2) == 0 ? Side.BUY : Side.SELL;
            OrderType type = OrderType.values()[rng.nextInt(OrderType.values().length)];
            TimeInForce force = rng.nextInt(3) == 0
                    ? TimeInForce.values()[rng.nextInt(TimeInForce.values().length)]
                    : TimeInForce.GTC;
            OrderTerms terms = terms(rng);
            if (force == TimeInForce.GTD) {
                terms = terms.until(now + (5 + rng.nextInt(400)) * StateStory.SECOND);
            }
            if (rng.nextInt(5) == 0) {
                terms = new OrderTerms(
                        0, type == OrderType.LIMIT && rng.nextInt(2) == 0, rng.nextInt(2) == 0, terms.positionSide(),
                        terms.expireNanos(), rng.nextInt(3) == 0 ? 50 : 0);
            }
            boolean quoted = type == OrderType.MARKET && rng.nextInt(3) == 0;
            long lots = 1 + rng.nextInt(5_000);
            if (quoted) {
                terms = terms.worth(lots * 1_000_000_000L);
            }
            long limit = type.hasLimit() ? price + rng.nextInt(2_001) - 1_000 : 0;
            // a tenth of a percent to three percent on the side where it waits
            long away = 100 + rng.nextInt(3_000);
            long stop = type.hasTrigger() ? price + (side.sign() > 0 != type.takesProfit() ? away : -away) : 0;
            return new Command.PlaceOrder(0, side, type, force, quoted ? 0 : lots, limit, stop, terms);
        }

        private static long picked(Session session, int pick) {
            int size = session.desk().orders().size();
            return size == 0 ? 1 : session.desk().orders().get(pick % size).clientOrderId();
        }

        private static Command amend(Session session, int pick, long lots, long move) {
            Order order = session.desk().orders().find(picked(session, pick));
            if (order == null) {
                return new Command.AmendOrder(1, 1, 1, 0);
            }
            return new Command.AmendOrder(
                    order.clientOrderId(),
                    order.filledLots() + lots,
                    order.request().priceTicks() == 0 ? 0 : order.request().priceTicks() + move,
                    order.request().stopTicks() == 0 ? 0 : order.request().stopTicks() + move);
        }

        private Command algo(long price, Rng rng) {
            boolean buys = rng.nextInt(2) == 0;
            Map<String, String> values = new TreeMap<>();
            values.put("side", buys ? "BUY" : "SELL");
            values.put("quantity", decimal(1 + rng.nextInt(4_000), 4));
            if (mode == PositionMode.HEDGE) {
                values.put("positionSide", rng.nextInt(2) == 0 ? "LONG" : "SHORT");
            }
            String type = switch (rng.nextInt(8)) {
                case 0 -> {
                    values.put("offset", decimal(5 + rng.nextInt(20), 1));
                    yield "trailing-stop";
                }
                case 1 -> {
                    values.putAll(Map.of("offsetKind", "atr", "offset", "3", "atrPeriod", "3", "confirm", "true"));
                    values.put("source", rng.nextInt(2) == 0 ? "bid-ask" : "mark");
                    yield "trailing-stop";
                }
                case 2 -> {
                    values.put("limit", near(price, buys ? -1 : 1, rng));
                    values.put("stop", near(price, buys ? 1 : -1, rng));
                    yield "oco";
                }
                case 3 -> {
                    values.put("takeProfit", near(price, buys ? 1 : -1, rng));
                    yield "oto";
                }
                case 4 -> {
                    values.put("takeProfit", near(price, buys ? 1 : -1, rng));
                    values.put("stop", near(price, buys ? -1 : 1, rng));
                    values.put("entrySeconds", "600");
                    yield "otoco";
                }
                case 5 -> {
                    values.put("entryPrice", ticks(price + (buys ? 50 : -50)));
                    values.put("takeProfits", near(price, buys ? 1 : -1, rng) + ":40," + near(price, buys ? 1 : -1, rng) + ":60");
                    values.put("stop", near(price, buys ? -1 : 1, rng));
                    yield "bracket";
                }
                case 6 -> {
                    values.putAll(Map.of("display", "0.01", "variance", "40", "refreshSeconds", "15"));
                    values.put("pricing", rng.nextInt(2) == 0 ? "pegged" : "fixed");
                    values.put("price", near(price, buys ? 1 : -1, rng));
                    yield "iceberg";
                }
                default -> {
                    values.putAll(Map.of("duration", "600", "slices", "20", "timeJitter", "50", "sizeJitter", "40"));
                    values.put("style", rng.nextInt(2) == 0 ? "maker" : "taker");
                    values.put("catchUp", List.of("next", "none", "aggressive").get(rng.nextInt(3)));
                    values.put("maxShare", Integer.toString(rng.nextInt(2) * 10));
                    yield "twap";
                }
            };
            return new Command.StartAlgo(0, type, values);
        }

        private static String near(long price, int way, Rng rng) {
            return ticks(price + way * (60L + rng.nextInt(1_500)));
        }

        private static String ticks(long price) {
            return decimal(price, 2);
        }

        private static String decimal(long unscaled, int scale) {
            return BigDecimal.valueOf(unscaled, scale).toPlainString();
        }

        private void bot(long now, Rng rng, List<StateStory.Step> steps) {
            int id = bots == 0 ? 1 : 1 + rng.nextInt(bots);
            switch (rng.nextInt(12)) {
                case 0 -> steps.add(command(now, new Command.PauseBot(id)));
                case 1, 2 -> steps.add(command(now, new Command.ResumeBot(id)));
                case 3 -> steps.add(command(now, new Command.StopBot(
                        id, Command.StopMode.values()[rng.nextInt(Command.StopMode.values().length)])));
                case 4, 5 -> steps.add(command(now, new Command.EditBot(
                        id,
                        rng.nextInt(2) == 0 ? Map.of("takeProfit", "0.7") : Map.of("levels", "24"),
                        Command.EditScope.values()[rng.nextInt(3)])));
                case 6 -> {
                    String action = List.of("addFunds", "closeDeal", "closeStep", "cancelDeal", "skipSafety").get(rng.nextInt(5));
                    steps.add(command(now, new Command.ActOnBot(id, action, action.equals("addFunds") ? "50" : "")));
                }
                case 7 -> steps.add(command(
                        now, rng.nextInt(2) == 0 ? new Command.ArchiveBot(id) : new Command.RestoreBot(id)));
                default -> {
                    if (bots < 10) {
                        steps.add(command(now, start(++bots, rng)));
                    }
                }
            }
        }

        private static Command start(int id, Rng rng) {
            BotType type = BotCatalog.TYPES.get(rng.nextInt(BotCatalog.TYPES.size()));
            Map<String, String> values = new LinkedHashMap<>(
                    type.presets().get(rng.nextInt(type.presets().size())).values());
            switch (type.id()) {
                case "dca" -> {
                    values.put("stopLoss", Integer.toString(rng.nextInt(3) * 2));
                    values.put("stopLossTrailing", Boolean.toString(rng.nextInt(2) == 0));
                    values.put("trailing", rng.nextInt(2) == 0 ? "0" : "0.2");
                    values.put("takeProfitSteps", rng.nextInt(3) == 0 ? "0.4:50,0.9:50" : "");
                    values.put("dealTimeout", rng.nextInt(3) == 0 ? "900" : "0");
                    values.put("cooldown", "20");
                }
                case "grid" -> {
                    values.put("reinvest", rng.nextInt(2) == 0 ? "0" : "50");
                    values.put("liveLevels", rng.nextInt(2) == 0 ? "0" : "6");
                }
                case "sma-cross" -> {
                    values.put("fast", "3");
                    values.put("slow", "9");
                    values.put("timeframe", List.of("feed", "1m", "5m").get(rng.nextInt(3)));
                }
                default -> values.put("marginMode", rng.nextInt(2) == 0 ? "isolated" : "cross");
            }
            Map<String, String> given = Map.copyOf(values);
            String name = "bot " + id + (rng.nextInt(2) == 0 ? " #wild" : "");
            return new Command.StartBot(id, type.id(), name, 0, (2_000L + rng.nextInt(4_000)) * Scene.USD, given);
        }

        private static Command rules(Rng rng) {
            StringBuilder text = new StringBuilder();
            for (String rule : RULES) {
                if (rng.nextInt(3) == 0) {
                    text.append(rule).append('\n');
                }
            }
            return new Command.SetRiskRules(text.toString());
        }

        /** What cannot be, or need not be heard twice. */
        private static void report(long now, long price, Rng rng, List<StateStory.Step> steps) {
            int pick = rng.nextInt(1_000);
            VenueReport.Kind kind = List.of(VenueReport.Kind.CANCELED, VenueReport.Kind.EXPIRED, VenueReport.Kind.REJECTED)
                    .get(rng.nextInt(3));
            boolean fill = rng.nextInt(2) == 0;
            steps.add(new StateStory.Step(session -> {
                VenueReport said = new VenueReport();
                if (fill) {
                    said.filled(picked(session, pick), now, 1, price, 900_000_000L, 0, FeeAsset.QUOTE, true);
                } else {
                    said.set(kind, VenueReport.Reason.NONE, 4_711 + pick, now);
                }
                session.loop().report(now, said);
            }));
        }

        private void account(long now, Rng rng, List<StateStory.Step> steps) {
            switch (rng.nextInt(10)) {
                case 0 -> steps.add(command(now, new Command.Transfer((rng.nextInt(2_001) - 1_000) * Scene.USD)));
                case 1, 2 -> steps.add(command(now, new Command.AdjustMargin(
                        rng.nextInt(3),
                        mode == PositionMode.HEDGE ? PositionSide.values()[1 + rng.nextInt(2)] : PositionSide.NET,
                        (rng.nextInt(401) - 100) * Scene.USD)));
                case 3 -> steps.add(command(now, new Command.CancelMine()));
                case 4 -> steps.add(command(now, new Command.Halt("to see")));
                case 5 -> steps.add(command(now, new Command.Reduce("to see")));
                case 6 -> {
                    if (rng.nextInt(4) == 0) {
                        steps.add(command(now, new Command.Flatten("to see")));
                    }
                }
                default -> steps.add(command(now, new Command.LeaveHalt()));
            }
        }
    }
}
