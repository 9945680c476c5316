package dev.tradewind.bot.type;

import dev.tradewind.bot.type.DcaDeals.End;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/** What a DCA bot writes down of itself. */
final class DcaState {

    private static final String SECTION = "dca";

    private DcaState() {}

    static void save(DcaBot bot, StateWriter out) {
        bot.settings.params.save(out.section(SECTION, 1));
        DcaLadder next = bot.next;
        out.flag(next != null);
        if (next != null) {
            next.settings.params.save(out);
        }
        bot.desk.save(out);
        bot.safety.save(out);
        bot.exits.save(out);
        bot.deals.save(out);
        bot.position.save(out);
        bot.watch.save(out);
        bot.funds.save(out);
        out.constant(bot.phase).constant(bot.end).number(bot.scaleE8).number(bot.baseId).number(bot.closeId);
        out.flag(bot.paused).flag(bot.frozen).flag(bot.watching).flag(bot.toldWaiting).flag(bot.baseRecalled);
        out.flag(bot.sellAll).flag(bot.stopRequested);
    }

    static void load(DcaBot bot, Instrument instrument, StateReader in) {
        Params made = bot.settings.params;
        Params current = made.loaded(in.section(SECTION, 1));
        DcaLadder ladder = new DcaLadder(current == made ? bot.settings : new DcaSettings(current), instrument);
        bot.settings = ladder.settings;
        bot.current = ladder;
        bot.next = in.flag() ? next(ladder, made.loaded(in), instrument) : null;
        bot.desk.load(in);
        bot.safety.load(in);
        bot.exits.load(in);
        bot.deals.load(in);
        bot.position.load(in);
        bot.watch.load(in);
        bot.funds.load(in);
        bot.phase = in.constant(DcaPhase.class);
        bot.end = in.constant(End.class);
        bot.scaleE8 = in.number();
        bot.baseId = in.number();
        bot.closeId = in.number();
        bot.paused = in.flag();
        bot.frozen = in.flag();
        bot.watching = in.flag();
        bot.toldWaiting = in.flag();
        bot.baseRecalled = in.flag();
        bot.sellAll = in.flag();
        bot.stopRequested = in.flag();
    }

    private static DcaLadder next(DcaLadder current, Params params, Instrument instrument) {
        return params.equals(current.settings.params) ? current : new DcaLadder(new DcaSettings(params), instrument);
    }
}
