package dev.tradewind.engine;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderField;
import dev.tradewind.domain.Side;
import dev.tradewind.risk.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What the risk rules of a snapshot say of an order of the user's, without sending it. Pure. */
final class RulePreview {

    private RulePreview() {}

    /** {@return a preview with what each rule that bounds entries says added to its verdicts} */
    static OrderPreview of(OrderPreview preview, Command.PlaceOrder order, EngineSnapshot snapshot) {
        if (snapshot.risk().rules().isEmpty() || !enters(order, preview.quantityLots(), snapshot)) {
            return preview;
        }
        List<Verdict> verdicts = new ArrayList<>(preview.verdicts());
        for (EngineSnapshot.RuleRow rule : snapshot.risk().rules()) {
            if (rule.roomAtoms() != Long.MAX_VALUE) {
                verdicts.add(verdict(rule, preview, snapshot.market().instrument()));
            }
        }
        return new OrderPreview(
                verdicts,
                preview.priceTicks(),
                preview.quantityLots(),
                preview.notionalAtoms(),
                preview.taker(),
                preview.feeAtoms(),
                preview.feeInBase(),
                preview.reservedAtoms(),
                preview.freeAfterAtoms(),
                preview.heldAfterLots(),
                preview.margin());
    }

    private static Verdict verdict(EngineSnapshot.RuleRow rule, OrderPreview preview, Instrument instrument) {
        String words = "risk rule '" + rule.text() + "': now " + rule.value() + " of " + rule.limit();
        if (preview.notionalAtoms() <= rule.roomAtoms()) {
            return Verdict.pass(rule.verdictRule(), words);
        }
        long most = preview.priceTicks() <= 0 ? 0 : instrument.lotsFor(rule.roomAtoms(), preview.priceTicks());
        return Verdict.refuse(
                rule.verdictRule(),
                words + (most > 0 ? "; up to " + instrument.toQuantity(most).toPlainString() + " passes" : "; no entry passes"),
                most > 0 ? OrderField.SIZE : OrderField.NONE,
                most > 0 ? preview.quantityLots() : 0,
                most,
                0);
    }

    private static boolean enters(Command.PlaceOrder order, long lots, EngineSnapshot snapshot) {
        if (!snapshot.market().instrument().isPerpetual()) {
            return order.side() == Side.BUY;
        }
        long held = 0;
        for (EngineSnapshot.PositionRow row : snapshot.positions()) {
            if (row.botId() == 0 && row.side() == order.terms().positionSide()) {
                held += row.lots();
            }
        }
        long closable = Math.max(0, order.side() == Side.SELL ? held : -held);
        return !order.terms().reduceOnly() && lots > closable;
    }
}
