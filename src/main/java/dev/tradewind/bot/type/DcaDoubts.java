package dev.tradewind.bot.type;

import dev.tradewind.bot.RiskSheet.Check;
import dev.tradewind.bot.RiskSheet.Level;
import dev.tradewind.bot.RiskSheet.Mend;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Parameters that are valid one by one and hardly meant together. Nothing here blocks a start: the bot does what it is
 * told, but a person should look.
 */
final class DcaDoubts {

    private final DcaPlan plan;
    private final DcaSettings settings;

    DcaDoubts(DcaPlan plan) {
        this.plan = plan;
        this.settings = plan.settings;
    }

    /** {@return one check for each doubt, none where there is none} */
    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        trailing(checks);
        live(checks);
        return checks;
    }

    /** Trailing starts at the take profit tp and sells at the peak less tr: at the least (1+tp)(1−tr) of the cost. */
    private void trailing(List<Check> checks) {
        if (settings.trailingE8 == 0) {
            return;
        }
        BigDecimal target = BigDecimal.valueOf(settings.stepTargetE8[settings.stepTargetE8.length - 1], 8);
        BigDecimal most = target.divide(target.add(BigDecimal.ONE), DcaPlan.MATH);
        BigDecimal trailing = BigDecimal.valueOf(settings.trailingE8, 8);
        if (trailing.compareTo(most) <= 0) {
            return;
        }
        BigDecimal fits = most.movePointRight(2).setScale(2, RoundingMode.DOWN).stripTrailingZeros();
        String asked = percent(trailing);
        checks.add(new Check(
                "Trailing", "it falls further from the peak than the take profit of " + percent(target)
                        + " % lies above the cost, so it can close at a loss",
                asked + " %", Level.LOOK,
                fits.signum() == 0
                        ? List.of()
                        : List.of(new Mend(
                                "Trailing " + asked + " % → " + fits.toPlainString() + " %",
                                Map.of("trailing", fits.toPlainString())))));
    }

    private void live(List<Check> checks) {
        int count = plan.rows.size() - 1;
        if (count == 0 || settings.activeSafetyOrders <= count) {
            return;
        }
        checks.add(new Check(
                "Live at once", "more are to rest at once than there are safety orders",
                settings.activeSafetyOrders + " of " + count, Level.LOOK,
                List.of(new Mend(
                        "Live at once " + settings.activeSafetyOrders + " → " + count,
                        Map.of("activeSafetyOrders", Integer.toString(count))))));
    }

    private static String percent(BigDecimal fraction) {
        return fraction.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
