package dev.tradewind.app.activity;

import dev.tradewind.app.activity.ActivityDesk.Topic;
import dev.tradewind.domain.Command;
import java.util.Map;
import java.util.stream.Collectors;

/** Commands for people. */
final class CommandWords {

    /** What a command is: its topic, stable words, a sentence, and what it changes. */
    record Said(Topic topic, String action, String words, String before, String after) {

        Said(Topic topic, String action, String words) {
            this(topic, action, words, "", "");
        }
    }

    private final SessionStory story;
    private final OrderWords orders;

    CommandWords(SessionStory story) {
        this.story = story;
        this.orders = new OrderWords(story.instrument());
    }

    /** {@return the topic of a command, without making its words} */
    static Topic topic(Command command) {
        return switch (command) {
            case Command.EditBot edit -> Topic.CHANGE;
            case Command.SetRiskRules set -> Topic.CHANGE;
            case Command.PlaceOrder place -> Topic.ORDER;
            case Command.AmendOrder amend -> Topic.ORDER;
            case Command.CancelOrder cancel -> Topic.ORDER;
            case Command.CancelMine mine -> Topic.ORDER;
            case Command.StartAlgo algo -> Topic.ORDER;
            case Command.CancelAlgo cancel -> Topic.ORDER;
            case Command.StartBot start -> Topic.ACTION;
            case Command.PauseBot pause -> Topic.ACTION;
            case Command.ResumeBot resume -> Topic.ACTION;
            case Command.StopBot stop -> Topic.ACTION;
            case Command.ActOnBot act -> Topic.ACTION;
            case Command.Halt halt -> Topic.ACTION;
            case Command.LeaveHalt leave -> Topic.ACTION;
            case Command.Transfer transfer -> Topic.ACTION;
            case Command.AdjustMargin adjust -> Topic.ACTION;
            case Command.Reduce reduce -> Topic.ACTION;
            case Command.Flatten flatten -> Topic.ACTION;
            case Command.ArchiveBot archive -> Topic.ACTION;
            case Command.RestoreBot restore -> Topic.ACTION;
        };
    }

    /**
     * {@return a command in words}
     *
     * @param row         in the journal: what it changes is as it was before that
     * @param amendedFrom how an order that it changes was; empty for others
     */
    Said of(Command command, long row, String amendedFrom) {
        return switch (command) {
            case Command.StartBot start -> started(start);
            case Command.EditBot edit -> edited(edit, row);
            case Command.SetRiskRules set -> rulesSet(set, row);
            case Command.AmendOrder amend -> new Said(
                    Topic.ORDER, "order.amend.asked", "Changed order " + amend.clientOrderId(), amendedFrom,
                    orders.terms(amend.quantityLots(), amend.priceTicks(), amend.stopTicks()));
            case Command.PlaceOrder place -> new Said(Topic.ORDER, "order.asked", "Asked for: " + asked(place));
            case Command.StartAlgo algo -> new Said(
                    Topic.ORDER, "algorithm.started", "Started a " + algo.type() + " algorithm", "", map(algo.params()));
            case Command.CancelAlgo cancel ->
                new Said(Topic.ORDER, "algorithm.cancelled", "Cancelled algorithm " + cancel.algoId());
            case Command.CancelOrder cancel ->
                new Said(Topic.ORDER, "order.cancel.asked", "Asked to cancel order " + cancel.clientOrderId());
            case Command.CancelMine mine ->
                new Said(Topic.ORDER, "order.cancel.mine", "Asked to cancel all own orders");
            case Command.PauseBot pause -> action("bot.paused", "Paused " + story.bot(pause.botId()));
            case Command.ResumeBot resume -> action("bot.resumed", "Resumed " + story.bot(resume.botId()));
            case Command.StopBot stop ->
                action("bot.stopped", "Stopped " + story.bot(stop.botId()) + ", " + mode(stop.mode()));
            case Command.ActOnBot act -> action("bot.acted", "Told " + story.bot(act.botId()) + ": " + act.action()
                    + (act.amount().isEmpty() ? "" : " " + act.amount()));
            case Command.ArchiveBot archive -> action("bot.archived", "Archived " + story.bot(archive.botId()));
            case Command.RestoreBot restore ->
                action("bot.restored", "Brought " + story.bot(restore.botId()) + " back from the archive");
            case Command.Halt halt -> action("session.halted", "Halted trading" + because(halt.reason()));
            case Command.LeaveHalt leave -> action("session.halt.ended", "Ended the halt");
            case Command.Reduce reduce ->
                action("session.reducing", "Let positions only shrink" + because(reduce.reason()));
            case Command.Flatten flatten ->
                action("session.flattened", "Cancelled everything and closed all positions" + because(flatten.reason()));
            case Command.Transfer transfer -> action("account.transfer", transferred(transfer.quoteAtoms()));
            case Command.AdjustMargin adjust ->
                action("position.margin", "Moved " + orders.quote(adjust.quoteAtoms()) + " to the position's margin");
        };
    }

    private Said started(Command.StartBot start) {
        String words = "Started " + story.bot(start.botId()) + ", " + start.type() + ", with "
                + orders.quote(start.capitalAtoms());
        return new Said(Topic.ACTION, "bot.started", words, "", map(start.params()));
    }

    private Said edited(Command.EditBot edit, long row) {
        String words = "Changed " + story.bot(edit.botId()) + ", for " + scope(edit.scope());
        return new Said(Topic.CHANGE, "bot.edited", words, map(story.before(edit, row)), map(edit.changes()));
    }

    private Said rulesSet(Command.SetRiskRules set, long row) {
        String words = set.rules().isBlank() ? "Lifted all risk rules" : "Set the risk rules";
        return new Said(Topic.CHANGE, "risk.rules.set", words, rules(story.rulesBefore(row)), rules(set.rules()));
    }

    private String asked(Command.PlaceOrder place) {
        return orders.order(
                place.side(), place.type(), place.quantityLots(), place.priceTicks(), place.stopTicks(), place.terms());
    }

    private String transferred(long quoteAtoms) {
        return quoteAtoms < 0 ? "Took out " + orders.quote(-quoteAtoms) : "Put in " + orders.quote(quoteAtoms);
    }

    private static String mode(Command.StopMode mode) {
        return switch (mode) {
            case KEEP -> "keeping what it bought";
            case SELL -> "selling what it bought";
        };
    }

    private static Said action(String action, String words) {
        return new Said(Topic.ACTION, action, words);
    }

    private static String because(String reason) {
        return reason.isBlank() ? "" : ": " + reason;
    }

    private static String scope(Command.EditScope scope) {
        return switch (scope) {
            case NEW_DEALS -> "new deals";
            case OPEN_DEAL -> "the open deal";
            case BOTH -> "the open deal and new ones";
        };
    }

    static String map(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + " " + (value.getValue().isEmpty() ? "–" : value.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String rules(String text) {
        return text.isBlank() ? "none" : String.join("; ", text.strip().split("\\s*\\R\\s*"));
    }
}
