package dev.tradewind.persistence;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Commands as bytes: a kind, then the record's components in order. Kinds and the order of enum constants are part of the
 * format: append, never insert.
 */
final class CommandCodec {

    private static final Command.StopMode[] STOP_MODES = Command.StopMode.values();
    private static final Command.EditScope[] EDIT_SCOPES = Command.EditScope.values();
    private static final Side[] SIDES = Side.values();
    private static final OrderType[] TYPES = OrderType.values();
    private static final TimeInForce[] TIMES_IN_FORCE = TimeInForce.values();

    private static final PositionSide[] POSITION_SIDES = PositionSide.values();

    private CommandCodec() {}

    static void put(ByteBuffer target, Command command) {
        switch (command) {
            case Command.StartBot start -> {
                target.put((byte) 1);
                Fields.putNumber(target, start.botId());
                Fields.putText(target, start.type());
                Fields.putText(target, start.name());
                Fields.putNumber(target, start.instrument());
                Fields.putNumber(target, start.capitalAtoms());
                putMap(target, start.params());
            }
            case Command.PauseBot pause -> putBot(target, 2, pause.botId());
            case Command.ResumeBot resume -> putBot(target, 3, resume.botId());
            case Command.StopBot stop -> {
                putBot(target, 4, stop.botId());
                target.put((byte) stop.mode().ordinal());
            }
            case Command.EditBot edit -> {
                putBot(target, 5, edit.botId());
                putMap(target, edit.changes());
                target.put((byte) edit.scope().ordinal());
            }
            case Command.ActOnBot act -> {
                putBot(target, 6, act.botId());
                Fields.putText(target, act.action());
                Fields.putText(target, act.amount());
            }
            case Command.PlaceOrder order -> putOrder(target, order);
            case Command.CancelOrder cancel -> {
                target.put((byte) 8);
                Fields.putNumber(target, cancel.clientOrderId());
            }
            case Command.CancelMine() -> target.put((byte) 9);
            case Command.Halt halt -> putReason(target, 10, halt.reason());
            case Command.LeaveHalt() -> target.put((byte) 11);
            case Command.AmendOrder amend -> {
                target.put((byte) 12);
                Fields.putNumber(target, amend.clientOrderId());
                Fields.putNumber(target, amend.quantityLots());
                Fields.putNumber(target, amend.priceTicks());
                Fields.putNumber(target, amend.stopTicks());
            }
            case Command.StartAlgo algo -> {
                target.put((byte) 13);
                Fields.putNumber(target, algo.instrument());
                Fields.putText(target, algo.type());
                putMap(target, algo.params());
            }
            case Command.CancelAlgo cancel -> putBot(target, 14, cancel.algoId());
            case Command.Transfer transfer -> {
                target.put((byte) 15);
                Fields.putNumber(target, transfer.quoteAtoms());
            }
            case Command.AdjustMargin adjust -> {
                putBot(target, 16, adjust.botId());
                target.put((byte) adjust.positionSide().ordinal());
                Fields.putNumber(target, adjust.quoteAtoms());
            }
            case Command.Reduce reduce -> putReason(target, 17, reduce.reason());
            case Command.Flatten flatten -> putReason(target, 18, flatten.reason());
            case Command.SetRiskRules set -> putReason(target, 19, set.rules());
            case Command.ArchiveBot archive -> putBot(target, 20, archive.botId());
            case Command.RestoreBot restore -> putBot(target, 21, restore.botId());
        }
    }

    private static void putBot(ByteBuffer target, int kind, int botId) {
        target.put((byte) kind);
        Fields.putNumber(target, botId);
    }

    private static void putReason(ByteBuffer target, int kind, String text) {
        target.put((byte) kind);
        Fields.putText(target, text);
    }

    private static void putOrder(ByteBuffer target, Command.PlaceOrder order) {
        target.put((byte) 7);
        Fields.putNumber(target, order.instrument());
        target.put((byte) order.side().ordinal());
        target.put((byte) order.type().ordinal());
        target.put((byte) order.timeInForce().ordinal());
        Fields.putNumber(target, order.quantityLots());
        Fields.putNumber(target, order.priceTicks());
        Fields.putNumber(target, order.stopTicks());
        if (!order.terms().equals(OrderTerms.NONE)) {
            JournalCodec.putTerms(target, order.terms());
        }
    }

    static Command get(ByteBuffer source) throws BadDataException {
        int kind = source.hasRemaining() ? source.get() : 0;
        return switch (kind) {
            case 1 ->
                new Command.StartBot(
                        integer(source),
                        Fields.getText(source),
                        Fields.getText(source),
                        integer(source),
                        Fields.getNumber(source),
                        getMap(source));
            case 2 -> new Command.PauseBot(integer(source));
            case 3 -> new Command.ResumeBot(integer(source));
            case 4 -> new Command.StopBot(integer(source), Fields.constant(STOP_MODES, source, "stop mode"));
            case 5 ->
                new Command.EditBot(
                        integer(source), getMap(source), Fields.constant(EDIT_SCOPES, source, "edit scope"));
            case 6 -> new Command.ActOnBot(integer(source), Fields.getText(source), Fields.getText(source));
            case 7 ->
                new Command.PlaceOrder(
                        integer(source),
                        Fields.constant(SIDES, source, "side"),
                        Fields.constant(TYPES, source, "order type"),
                        Fields.constant(TIMES_IN_FORCE, source, "time in force"),
                        Fields.getNumber(source),
                        Fields.getNumber(source),
                        Fields.getNumber(source),
                        source.hasRemaining() ? JournalCodec.getTerms(source) : OrderTerms.NONE);
            case 8 -> new Command.CancelOrder(Fields.getNumber(source));
            case 9 -> new Command.CancelMine();
            case 10 -> new Command.Halt(Fields.getText(source));
            case 11 -> new Command.LeaveHalt();
            case 12 ->
                new Command.AmendOrder(
                        Fields.getNumber(source),
                        Fields.getNumber(source),
                        Fields.getNumber(source),
                        Fields.getNumber(source));
            case 13 -> new Command.StartAlgo(integer(source), Fields.getText(source), getMap(source));
            case 14 -> new Command.CancelAlgo(integer(source));
            case 15 -> new Command.Transfer(Fields.getNumber(source));
            case 16 ->
                new Command.AdjustMargin(
                        integer(source),
                        Fields.constant(POSITION_SIDES, source, "position side"),
                        Fields.getNumber(source));
            case 17 -> new Command.Reduce(Fields.getText(source));
            case 18 -> new Command.Flatten(Fields.getText(source));
            case 19 -> new Command.SetRiskRules(Fields.getText(source));
            case 20 -> new Command.ArchiveBot(integer(source));
            case 21 -> new Command.RestoreBot(integer(source));
            default -> throw new BadDataException("command kind " + kind + " is unknown to this version");
        };
    }

    private static int integer(ByteBuffer source) throws BadDataException {
        return JournalCodec.integer(source);
    }

    /** Writes a map in its own order, which comes back the same. */
    static void putMap(ByteBuffer target, Map<String, String> map) {
        Fields.putNumber(target, map.size());
        map.forEach((key, value) -> {
            Fields.putText(target, key);
            Fields.putText(target, value);
        });
    }

    static Map<String, String> getMap(ByteBuffer source) throws BadDataException {
        long size = Fields.getNumber(source);
        Map<String, String> map = new LinkedHashMap<>();
        for (long i = 0; i < size; i++) {
            map.put(Fields.getText(source), Fields.getText(source));
        }
        if (size < 0 || map.size() != size) {
            throw new BadDataException("a map of " + size + " entries holds " + map.size());
        }
        return Collections.unmodifiableMap(map);
    }
}
