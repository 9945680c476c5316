package dev.tradewind.engine;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.risk.RiskRule;
import dev.tradewind.risk.RiskScope;
import dev.tradewind.risk.metric.RuleText;
import java.util.ArrayList;
import java.util.List;

/**
 * The state of the rules in force: their text, what each has seen, the kill switch and the log. Whom a rule covers follows
 * from its scope and the bots there are, which are loaded before. Engine thread only.
 */
final class RiskState implements Stateful {

    private final RiskDesk risk;
    private final Fleet fleet;

    RiskState(RiskDesk risk, Fleet fleet) {
        this.risk = risk;
        this.fleet = fleet;
    }

    @Override
    public void save(StateWriter out) {
        out.section("Risk", 1).part(risk.killSwitch()).part(risk.log()).text(RuleText.print(risk.rules()));
        List<RiskRule> own = risk.own();
        out.number(risk.watches().size());
        for (RuleWatch watch : risk.watches()) {
            // rules of persons are numbered from 1
            out.number(watch.number() > 0 ? watch.number() : -1 - own.indexOf(watch.rule()));
            if (eachBot(watch.rule())) {
                out.number(watch.subject().botId());
            }
            out.part(watch);
        }
    }

    @Override
    public void load(StateReader in) {
        in.section("Risk", 1).part(risk.killSwitch()).part(risk.log());
        List<RiskRule> rules = rules(in);
        List<RiskRule> own = risk.own();
        List<RuleWatch> watches = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            int number = in.integer();
            int index = number > 0 ? number - 1 : -1 - number;
            List<RiskRule> among = number > 0 ? rules : own;
            if (index < 0 || index >= among.size()) {
                throw in.wrong("there is no rule " + number);
            }
            watches.add(watch(Math.max(0, number), among.get(index), in));
        }
        risk.taken(rules, watches);
    }

    private static boolean eachBot(RiskRule rule) {
        return rule.scope().kind() == RiskScope.Kind.EACH_BOT;
    }

    private static List<RiskRule> rules(StateReader in) {
        try {
            return RuleText.parse(in.text());
        } catch (IllegalArgumentException e) {
            throw in.wrong(String.valueOf(e.getMessage()));
        }
    }

    private RuleWatch watch(int number, RiskRule rule, StateReader in) {
        RuleWatch watch = risk.watch(number, rule, 0);
        if (eachBot(rule)) {
            int bot = in.integer();
            BotSlot slot = fleet.find(bot);
            if (slot == null) {
                throw in.wrong("a rule watches bot " + bot + ", which there is not");
            }
            watch.joined(slot);
        } else {
            for (BotSlot slot : fleet.slots()) {
                RiskDesk.join(watch, slot);
            }
        }
        in.part(watch);
        return watch;
    }
}
