package dev.tradewind.hostile;

import dev.tradewind.bot.BotType;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.domain.VenueReport.Kind;
import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.Input;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.RecordedInput;
import dev.tradewind.venue.Venue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Mistakes a terminal like this could make, each made by one bad part in an otherwise sound one. */
enum PlantedBug {

    /** Orders leave without a row that says so. */
    SKIPS_THE_INTENT(() -> journal(target -> new PassingJournal(target) {
        @Override
        public void submitIntent(long sequence, long timeNanos, OrderRequest request) {}
    })),

    /** Cancels leave without a row that says so. */
    SKIPS_THE_CANCEL_INTENT(() -> journal(target -> new PassingJournal(target) {
        @Override
        public void cancelIntent(long sequence, long timeNanos, long clientOrderId) {}
    })),

    /** What the exchange says is not written down. */
    SKIPS_THE_REPORTS(() -> journal(target -> new PassingJournal(target) {
        @Override
        public void report(long sequence, long timeNanos, VenueReport report) {
            if (report.kind() != Kind.ACCEPTED) {
                super.report(sequence, timeNanos, report);
            }
        }
    })),

    /** Intents are thought durable before they are. */
    COMMITS_WITHOUT_FORCE(() -> disk(disk -> new PassingDisk(disk) {
        @Override
        public OpenFile open(Path file) throws IOException {
            return new PassingFile(super.open(file)) {
                @Override
                public void force() {}
            };
        }
    })),

    /** A torn tail stays where it is, and the session goes on behind it. */
    LEAVES_THE_TORN_TAIL(() -> disk(disk -> new PassingDisk(disk) {
        @Override
        public OpenFile open(Path file) throws IOException {
            return new PassingFile(super.open(file)) {
                @Override
                public void truncate(long size) {}
            };
        }
    })),

    /** A fill told twice has another number each time, so that nobody knows it again. */
    DROPS_THE_DEDUPE(() -> {
        Set<Long> known = new HashSet<>();
        return reports(ear -> report -> {
            boolean again = report.kind() == Kind.FILLED && !known.add(report.fillId());
            ear.hear(again ? renumbered(report, report.fillId() + (1L << 40)) : report);
        });
    }),

    /** A fill that comes after its order's cancel is passed on twice, once under another number, and counted twice. */
    BOOKS_A_LATE_FILL_TWICE(() -> {
        Set<Long> cancelled = new HashSet<>();
        Map<Long, VenueReport> twice = new HashMap<>();
        return reports(ear -> report -> {
            if (report.kind() == Kind.CANCELED) {
                cancelled.add(report.clientOrderId());
            }
            VenueReport again = twice.get(report.clientOrderId());
            if (report.kind() == Kind.DONE && again != null) {
                report.answer(
                        Kind.DONE, report.clientOrderId(), report.timeNanos(), report.quantityLots() + again.quantityLots());
            }
            ear.hear(report);
            if (report.kind() == Kind.FILLED && cancelled.contains(report.clientOrderId())) {
                VenueReport second = renumbered(report, report.fillId() + (1L << 41));
                twice.putIfAbsent(report.clientOrderId(), second);
                ear.hear(second);
            }
        });
    }),

    /** An order that timed out is sent again under a new id. */
    RESENDS_UNDER_A_NEW_ID(PlantedBug::resending),

    /** An amendment goes out as the same order once more. */
    AMENDS_BY_SENDING_AGAIN(() -> venue(venue -> new PassingVenue(venue) {
        @Override
        public void replace(OrderRequest request) {
            submit(request);
        }
    })),

    /** The first "no such order" is taken for a refusal. */
    TRUSTS_THE_FIRST_NOT_FOUND(() -> reports(ear -> report -> ear.hear(
            report.kind() == Kind.UNKNOWN
                    ? new VenueReport().set(Kind.REJECTED, VenueReport.Reason.UNKNOWN_ORDER, report.clientOrderId(),
                            report.timeNanos())
                    : report))),

    /** A cancel is said to be done and never sent. */
    LOSES_A_CANCEL(PlantedBug::cancelling),

    /** Fees in quote are taken for fees in coins and the reverse. */
    BOOKS_THE_FEE_IN_THE_WRONG_ASSET(() -> reports(ear -> report -> ear.hear(
            report.kind() == Kind.FILLED ? withFeeIn(report, report.feeAsset() == FeeAsset.QUOTE ? FeeAsset.BASE
                    : FeeAsset.QUOTE) : report))),

    /** Statements are heard without their orders and fills: what happened while the line was lost is never known. */
    SKIPS_THE_RECONCILIATION(() -> reports(ear -> report -> {
        if (report.kind() != Kind.STATEMENT_ORDER && report.kind() != Kind.STATEMENT_FILL) {
            ear.hear(report);
        }
    })),

    /** Only the first order of a statement is read. */
    READS_ONE_PAGE_OF_A_STATEMENT(() -> {
        long[] orders = new long[1];
        return reports(ear -> report -> {
            orders[0] = report.kind() == Kind.STATEMENT_BEGAN ? 0 : orders[0];
            if (report.kind() != Kind.STATEMENT_ORDER || orders[0]++ == 0) {
                ear.hear(report);
            }
        });
    }),

    /** After a restart some prices of the past are missing: a trailing stop has lost its peak. */
    LOSES_THE_PEAK(() -> past(inputs -> without(inputs, input -> input.sequence() % 9 == 0
            && input.input() instanceof Input.MarketInput))),

    /** After a restart nothing is known of what was there before. */
    FORGETS_ITS_PAST(() -> past(inputs -> Collections.emptyIterator())),

    /** The stop of a pair of exits is never placed. */
    FORGETS_THE_OTHER_LEG(() -> bots(BadBots.forgettingTheStop())),

    /** A first fill is taken for the whole order, so that as much is mirrored as was ordered. */
    MIRRORS_THE_ORDERED_QUANTITY(PlantedBug::mirroring);

    private final Supplier<Parts> parts;

    PlantedBug(Supplier<Parts> parts) {
        this.parts = parts;
    }

    /** {@return a terminal with the mistake, for one seed} */
    Parts parts() {
        return parts.get();
    }

    private static Parts journal(UnaryOperator<Journal> bad) {
        Parts sound = Parts.SOUND;
        return new Parts(sound.disk(), bad, sound.venue(), sound.reports(), sound.past(), sound.bots());
    }

    private static Parts disk(UnaryOperator<Disk> bad) {
        Parts sound = Parts.SOUND;
        return new Parts(bad, sound.journal(), sound.venue(), sound.reports(), sound.past(), sound.bots());
    }

    private static Parts venue(UnaryOperator<Venue> bad) {
        Parts sound = Parts.SOUND;
        return new Parts(sound.disk(), sound.journal(), bad, sound.reports(), sound.past(), sound.bots());
    }

    private static Parts reports(UnaryOperator<Parts.Ear> bad) {
        Parts sound = Parts.SOUND;
        return new Parts(sound.disk(), sound.journal(), sound.venue(), bad, sound.past(), sound.bots());
    }

    private static Parts past(UnaryOperator<Iterator<RecordedInput>> bad) {
        Parts sound = Parts.SOUND;
        return new Parts(sound.disk(), sound.journal(), sound.venue(), sound.reports(), bad, sound.bots());
    }

    private static Parts bots(List<BotType> bad) {
        Parts sound = Parts.SOUND;
        return new Parts(sound.disk(), sound.journal(), sound.venue(), sound.reports(), sound.past(), bad);
    }

    private static Parts resending() {
        Parts sound = Parts.SOUND;
        Map<Long, OrderRequest> sent = new HashMap<>();
        Venue[] line = new Venue[1];
        UnaryOperator<Venue> venue = target -> {
            line[0] = new PassingVenue(target) {
                @Override
                public void submit(OrderRequest request) {
                    sent.put(request.clientOrderId(), request.copy());
                    super.submit(request);
                }
            };
            return line[0];
        };
        UnaryOperator<Parts.Ear> reports = ear -> report -> {
            OrderRequest order = report.kind() == Kind.TIMED_OUT ? sent.remove(report.clientOrderId()) : null;
            if (order == null) {
                ear.hear(report);
            } else {
                order.set(
                        order.clientOrderId() + (1L << 33), order.botId(), order.instrument(), order.side(), order.type(),
                        order.timeInForce(), order.quantityLots(), order.priceTicks(), order.stopTicks(), order.tag(),
                        order.linkId());
                line[0].submit(order);
            }
        };
        return new Parts(sound.disk(), sound.journal(), venue, reports, sound.past(), sound.bots());
    }

    private static Parts mirroring() {
        Parts sound = Parts.SOUND;
        Map<Long, Long> ordered = new HashMap<>();
        UnaryOperator<Venue> venue = target -> new PassingVenue(target) {
            @Override
            public void submit(OrderRequest request) {
                ordered.put(request.clientOrderId(), request.quantityLots());
                super.submit(request);
            }
        };
        UnaryOperator<Parts.Ear> reports = ear -> report -> {
            if (report.kind() == Kind.FILLED) {
                long lots = ordered.getOrDefault(report.clientOrderId(), report.quantityLots());
                report.filled(
                        report.clientOrderId(), report.timeNanos(), report.fillId(), report.priceTicks(), lots,
                        report.feeAtoms(), report.feeAsset(), report.maker());
            }
            ear.hear(report);
        };
        return new Parts(sound.disk(), sound.journal(), venue, reports, sound.past(), sound.bots());
    }

    private static Parts cancelling() {
        Parts sound = Parts.SOUND;
        List<Long> lost = new ArrayList<>();
        UnaryOperator<Venue> venue = target -> new PassingVenue(target) {
            private int cancels;

            @Override
            public void cancel(long clientOrderId) {
                if (++cancels % 5 == 0) {
                    lost.add(clientOrderId);
                } else {
                    super.cancel(clientOrderId);
                }
            }
        };
        UnaryOperator<Parts.Ear> reports = ear -> report -> {
            ear.hear(report);
            while (!lost.isEmpty()) {
                ear.hear(new VenueReport().set(Kind.CANCELED, VenueReport.Reason.NONE, lost.removeLast(), report.timeNanos()));
            }
        };
        return new Parts(sound.disk(), sound.journal(), venue, reports, sound.past(), sound.bots());
    }

    private static VenueReport renumbered(VenueReport report, long fillId) {
        return fill(report, fillId, report.feeAsset());
    }

    private static VenueReport withFeeIn(VenueReport report, FeeAsset asset) {
        return fill(report, report.fillId(), asset);
    }

    private static VenueReport fill(VenueReport report, long fillId, FeeAsset asset) {
        return new VenueReport()
                .setFill(
                        report.kind(), report.reason(), report.clientOrderId(), report.timeNanos(), fillId,
                        report.priceTicks(), report.quantityLots(), report.feeAtoms(), asset, report.maker())
                .with(report.positionSide(), report.amountAtoms(), report.feeValueAtoms(), report.stopTicks());
    }

    private static Iterator<RecordedInput> without(
            Iterator<RecordedInput> inputs, Predicate<RecordedInput> lost) {
        List<RecordedInput> kept = new ArrayList<>();
        inputs.forEachRemaining(input -> {
            if (!lost.test(input)) {
                kept.add(input);
            }
        });
        return kept.iterator();
    }
}
