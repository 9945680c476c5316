package dev.tradewind.persistence;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.JournalEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The content of journal rows as bytes. Numbers take the bytes they need, decisions name their reason in full (that
 * vocabulary grows in the middle), the small enums go by position: append to them, never insert. Writing allocates nothing
 * except for commands and the session's start.
 */
final class JournalCodec {

    static final byte SESSION = 1;
    static final byte COMMAND = 2;
    static final byte TIMER = 3;
    static final byte REPORT = 4;
    static final byte SUBMIT = 5;
    static final byte CANCEL = 6;
    static final byte DECISION = 7;
    static final byte TAPE_BLOCK = 8;
    static final byte AMEND = 9;

    private static final Side[] SIDES = Side.values();
    private static final OrderType[] TYPES = OrderType.values();
    private static final TimeInForce[] TIMES_IN_FORCE = TimeInForce.values();
    private static final VenueReport.Kind[] KINDS = VenueReport.Kind.values();
    private static final VenueReport.Reason[] REFUSALS = VenueReport.Reason.values();
    private static final VenueReport.FeeAsset[] FEE_ASSETS = VenueReport.FeeAsset.values();
    private static final PositionSide[] POSITION_SIDES = PositionSide.values();
    private static final byte[][] REASON_NAMES = reasonNames();
    private static final Map<String, Reason> REASONS = reasons();

    private JournalCodec() {}

    /** {@return whether rows of a kind say that something is about to be sent: they are durable before it is} */
    static boolean isIntent(byte kind) {
        return kind == SUBMIT || kind == CANCEL || kind == AMEND;
    }

    private static byte[][] reasonNames() {
        Reason[] reasons = Reason.values();
        byte[][] names = new byte[reasons.length][];
        for (int i = 0; i < reasons.length; i++) {
            names[i] = reasons[i].name().getBytes(StandardCharsets.US_ASCII);
        }
        return names;
    }

    private static Map<String, Reason> reasons() {
        Map<String, Reason> byName = new HashMap<>();
        for (Reason reason : Reason.values()) {
            byName.put(reason.name(), reason);
        }
        return Map.copyOf(byName);
    }

    static void putReport(ByteBuffer target, VenueReport report) {
        target.put((byte) report.kind().ordinal());
        target.put((byte) report.reason().ordinal());
        target.put((byte) report.feeAsset().ordinal());
        target.put((byte) (report.maker() ? 1 : 0));
        Fields.putNumber(target, report.clientOrderId());
        target.putLong(report.timeNanos());
        Fields.putNumber(target, report.fillId());
        Fields.putNumber(target, report.priceTicks());
        Fields.putNumber(target, report.quantityLots());
        Fields.putNumber(target, report.feeAtoms());
        if (!report.isPlain()) {
            target.put((byte) report.positionSide().ordinal());
            Fields.putNumber(target, report.amountAtoms());
            Fields.putNumber(target, report.feeValueAtoms());
            Fields.putNumber(target, report.stopTicks());
        }
    }

    static void putRequest(ByteBuffer target, OrderRequest request) {
        target.put((byte) request.side().ordinal());
        target.put((byte) request.type().ordinal());
        target.put((byte) request.timeInForce().ordinal());
        Fields.putNumber(target, request.clientOrderId());
        Fields.putNumber(target, request.botId());
        Fields.putNumber(target, request.instrument());
        Fields.putNumber(target, request.quantityLots());
        Fields.putNumber(target, request.priceTicks());
        Fields.putNumber(target, request.stopTicks());
        Fields.putNumber(target, request.tag());
        Fields.putNumber(target, request.linkId());
        if (!request.isPlain()) {
            putTerms(target, request.terms());
            Fields.putNumber(target, request.algoId());
        }
    }

    static void putTerms(ByteBuffer target, OrderTerms terms) {
        target.put((byte) ((terms.postOnly() ? 1 : 0) | (terms.reduceOnly() ? 2 : 0)));
        target.put((byte) terms.positionSide().ordinal());
        Fields.putNumber(target, terms.quoteAtoms());
        Fields.putNumber(target, terms.expireNanos());
        Fields.putNumber(target, terms.displayLots());
    }

    static OrderTerms getTerms(ByteBuffer source) throws BadDataException {
        int flags = need(source, 1).get();
        PositionSide side = Fields.constant(POSITION_SIDES, source, "position side");
        try {
            return new OrderTerms(
                    Fields.getNumber(source), (flags & 1) != 0, (flags & 2) != 0, side, Fields.getNumber(source),
                    Fields.getNumber(source));
        } catch (IllegalArgumentException e) {
            throw new BadDataException(String.valueOf(e.getMessage()));
        }
    }

    static void putDecision(ByteBuffer target, int bot, Reason reason, long first, long second) {
        byte[] name = REASON_NAMES[reason.ordinal()];
        target.put((byte) name.length);
        target.put(name);
        Fields.putNumber(target, bot);
        Fields.putNumber(target, first);
        Fields.putNumber(target, second);
    }

    static void putTapeBlock(
            ByteBuffer target, long block, int checksum, long firstSequence, long lastSequence, int events) {
        target.putInt(checksum);
        Fields.putNumber(target, block);
        Fields.putNumber(target, firstSequence);
        Fields.putNumber(target, lastSequence);
        Fields.putNumber(target, events);
    }

    /** {@return the entry in {@code source}, which holds one row's content and nothing else} */
    static JournalEntry get(byte kind, long row, long sequence, long timeNanos, ByteBuffer source)
            throws BadDataException {
        JournalEntry entry =
                switch (kind) {
                    case SESSION ->
                        new JournalEntry.SessionStarted(row, sequence, timeNanos, CommandCodec.getMap(source));
                    case COMMAND -> new JournalEntry.CommandTaken(row, sequence, timeNanos, CommandCodec.get(source));
                    case TIMER -> new JournalEntry.TimerFired(row, sequence, timeNanos, Fields.getNumber(source));
                    case REPORT -> new JournalEntry.ReportReceived(row, sequence, timeNanos, getReport(source));
                    case SUBMIT -> new JournalEntry.SubmitIntended(row, sequence, timeNanos, getRequest(source));
                    case AMEND -> new JournalEntry.AmendIntended(row, sequence, timeNanos, getRequest(source));
                    case CANCEL -> new JournalEntry.CancelIntended(row, sequence, timeNanos, Fields.getNumber(source));
                    case DECISION -> getDecision(row, sequence, timeNanos, source);
                    case TAPE_BLOCK -> getTapeBlock(row, sequence, timeNanos, source);
                    default -> throw new BadDataException("row kind " + kind + " is unknown to this version");
                };
        Fields.requireEnd(source);
        return entry;
    }

    private static VenueReport getReport(ByteBuffer source) throws BadDataException {
        VenueReport.Kind kind = Fields.constant(KINDS, source, "report kind");
        VenueReport.Reason reason = Fields.constant(REFUSALS, source, "refusal");
        VenueReport.FeeAsset feeAsset = Fields.constant(FEE_ASSETS, source, "fee asset");
        boolean maker = need(source, 1).get() != 0;
        long clientOrderId = Fields.getNumber(source);
        long timeNanos = need(source, Long.BYTES).getLong();
        VenueReport report = new VenueReport()
                .setFill(
                        kind,
                        reason,
                        clientOrderId,
                        timeNanos,
                        Fields.getNumber(source),
                        Fields.getNumber(source),
                        Fields.getNumber(source),
                        Fields.getNumber(source),
                        feeAsset,
                        maker);
        // rows of plain reports end here, those of the first version all do
        return source.hasRemaining()
                ? report.with(
                        Fields.constant(POSITION_SIDES, source, "position side"),
                        Fields.getNumber(source),
                        Fields.getNumber(source),
                        Fields.getNumber(source))
                : report;
    }

    private static OrderRequest getRequest(ByteBuffer source) throws BadDataException {
        Side side = Fields.constant(SIDES, source, "side");
        OrderType type = Fields.constant(TYPES, source, "order type");
        TimeInForce timeInForce = Fields.constant(TIMES_IN_FORCE, source, "time in force");
        OrderRequest request = new OrderRequest()
                .set(
                        Fields.getNumber(source),
                        integer(source),
                        integer(source),
                        side,
                        type,
                        timeInForce,
                        Fields.getNumber(source),
                        Fields.getNumber(source),
                        Fields.getNumber(source),
                        integer(source),
                        Fields.getNumber(source));
        // rows of plain orders end here, those of the first version all do
        return source.hasRemaining() ? request.with(getTerms(source), integer(source)) : request;
    }

    private static JournalEntry getDecision(long row, long sequence, long timeNanos, ByteBuffer source)
            throws BadDataException {
        int length = need(source, 1).get();
        byte[] name = new byte[Math.max(0, length)];
        need(source, name.length).get(name);
        String text = new String(name, StandardCharsets.US_ASCII);
        Reason reason = REASONS.get(text);
        if (reason == null) {
            throw new BadDataException("reason " + text + " is unknown to this version");
        }
        return new JournalEntry.Decided(
                row, sequence, timeNanos, integer(source), reason, Fields.getNumber(source), Fields.getNumber(source));
    }

    private static JournalEntry getTapeBlock(long row, long sequence, long timeNanos, ByteBuffer source)
            throws BadDataException {
        int checksum = need(source, Integer.BYTES).getInt();
        return new JournalEntry.TapeBlockClosed(
                row,
                sequence,
                timeNanos,
                Fields.getNumber(source),
                checksum,
                Fields.getNumber(source),
                Fields.getNumber(source),
                integer(source));
    }

    static int integer(ByteBuffer source) throws BadDataException {
        long value = Fields.getNumber(source);
        if (value != (int) value) {
            throw new BadDataException(value + " is no 32-bit number");
        }
        return (int) value;
    }

    private static ByteBuffer need(ByteBuffer source, int bytes) throws BadDataException {
        if (source.remaining() < bytes) {
            throw new BadDataException("its content ends early");
        }
        return source;
    }
}
