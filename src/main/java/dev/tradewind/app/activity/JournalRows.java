package dev.tradewind.app.activity;

import dev.tradewind.app.activity.ActivityDesk.Row;
import dev.tradewind.app.activity.ActivityDesk.Topic;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.JournalEntry;
import dev.tradewind.monitor.Actor;
import dev.tradewind.persistence.RowPages;
import dev.tradewind.risk.ReasonText;
import java.util.Locale;
import java.util.Optional;

/** Rows of a session's journal as rows of the list. Owned by one thread. */
final class JournalRows {

    private final String source;
    private final SessionStory story;
    private final RowPages pages;
    private final Wanted wanted;
    private final OrderWords orders;
    private final CommandWords commands;

    JournalRows(String source, SessionStory story, RowPages pages, Wanted wanted) {
        this.source = source;
        this.story = story;
        this.pages = pages;
        this.wanted = wanted;
        this.orders = new OrderWords(story.instrument());
        this.commands = new CommandWords(story);
    }

    /** Who, and how people call them. */
    private record Who(Actor actor, String name) {

        private static final Who YOU = new Who(Actor.USER, "You");
        private static final Who PROGRAM = new Who(Actor.PROGRAM, "Tradewind");
        private static final Who ENGINE = new Who(Actor.PROGRAM, "Engine");
        private static final Who RULE = new Who(Actor.RULE, "Risk rules");
    }

    /** {@return the row, if it passes the filter and belongs into the list at all} */
    Optional<Row> of(JournalEntry entry) {
        if (!wanted.when(entry.timeNanos())) {
            return Optional.empty();
        }
        return switch (entry) {
            case JournalEntry.SessionStarted started -> row(
                            entry, Who.PROGRAM, Topic.ACTION, "session.started", sessionWords(), "", "");
            case JournalEntry.CommandTaken taken -> command(taken);
            case JournalEntry.SubmitIntended submit -> submitted(submit);
            case JournalEntry.AmendIntended amend -> amended(amend);
            case JournalEntry.CancelIntended cancel -> cancelled(cancel);
            case JournalEntry.ReportReceived received -> reported(received);
            case JournalEntry.Decided decided -> decided(decided);
            case JournalEntry.TimerFired timer -> Optional.empty();
            case JournalEntry.TapeBlockClosed block -> Optional.empty();
        };
    }

    private Optional<Row> row(
            JournalEntry entry, Who who, Topic topic, String action, String words, String before, String after) {
        if (!wanted.what(who.actor(), topic)) {
            return Optional.empty();
        }
        Row row = new Row(
                entry.timeNanos(), source, entry.row(), who.actor(), who.name(), topic, action, words, before, after);
        return wanted.says(row) ? Optional.of(row) : Optional.empty();
    }

    private String sessionWords() {
        String capital = story.properties().getOrDefault("capital", "");
        return "The journal begins: " + story.properties().getOrDefault("symbol", "an instrument") + ", "
                + story.properties().getOrDefault("venue", "unknown exchange")
                + (capital.isEmpty() ? "" : ", capital " + capital + " " + story.properties().getOrDefault("quote", ""));
    }

    private Optional<Row> command(JournalEntry.CommandTaken taken) {
        if (!wanted.what(Actor.USER, CommandWords.topic(taken.command()))) {
            return Optional.empty();
        }
        String before = taken.command() instanceof Command.AmendOrder amend
                ? terms(pages.request(amend.clientOrderId(), taken.row()))
                : "";
        CommandWords.Said said = commands.of(taken.command(), taken.row(), before);
        return row(taken, Who.YOU, said.topic(), said.action(), said.words(), said.before(), said.after());
    }

    private String terms(Optional<OrderRequest> request) {
        return request.map(order -> orders.terms(order.quantityLots(), order.priceTicks(), order.stopTicks())).orElse("");
    }

    private Who owner(OrderRequest request) {
        return request.botId() == 0 ? Who.YOU : new Who(Actor.BOT, story.bot(request.botId()));
    }

    /** {@return whether somebody's orders can pass at all, so that an order need not be looked up in vain} */
    private boolean ordersPass() {
        return wanted.what(Actor.USER, Topic.ORDER)
                || wanted.what(Actor.BOT, Topic.ORDER)
                || wanted.what(Actor.PROGRAM, Topic.ORDER);
    }

    private Optional<Row> submitted(JournalEntry.SubmitIntended submit) {
        OrderRequest request = submit.request();
        String words = orders.order(request) + ", order " + request.clientOrderId()
                + (request.algoId() == 0 ? "" : " of algorithm " + request.algoId());
        return row(submit, owner(request), Topic.ORDER, "order.sent", words, "", "");
    }

    private Optional<Row> amended(JournalEntry.AmendIntended amend) {
        if (!ordersPass()) {
            return Optional.empty();
        }
        OrderRequest request = amend.request();
        return row(
                amend, owner(request), Topic.ORDER, "order.amended", "Order " + request.clientOrderId() + " amended",
                terms(pages.request(request.clientOrderId(), amend.row())), terms(Optional.of(request)));
    }

    private Optional<Row> cancelled(JournalEntry.CancelIntended cancel) {
        if (!ordersPass()) {
            return Optional.empty();
        }
        Optional<OrderRequest> request = pages.request(cancel.clientOrderId(), cancel.row());
        String words = "Cancel sent for order " + cancel.clientOrderId()
                + request.map(order -> ": " + orders.order(order)).orElse("");
        return row(
                cancel, request.map(this::owner).orElse(Who.ENGINE), Topic.ORDER, "order.cancel.sent", words,
                terms(request), "");
    }

    private Optional<Row> reported(JournalEntry.ReportReceived received) {
        if (!ordersPass()) {
            return Optional.empty();
        }
        VenueReport report = received.report();
        boolean ofOrder = !report.kind().isOfAccount() && !report.kind().isOfLine() && report.clientOrderId() > 0;
        Optional<OrderRequest> request =
                ofOrder ? pages.request(report.clientOrderId(), received.row()) : Optional.empty();
        String action = "exchange." + report.kind().name().toLowerCase(Locale.ROOT).replace('_', '.');
        return row(
                received, request.map(this::owner).orElse(Who.ENGINE), Topic.ORDER, action,
                "Exchange: " + ReportWords.of(report, request, orders), "", "");
    }

    private Optional<Row> decided(JournalEntry.Decided decided) {
        Who who = decider(decided);
        if (!wanted.what(who.actor(), Topic.DECISION)) {
            return Optional.empty();
        }
        String action = "decision." + decided.reason().name().toLowerCase(Locale.ROOT).replace('_', '.');
        String words = story.instrument()
                .map(known -> ReasonText.of(known, decided.reason(), decided.first(), decided.second()))
                .orElse(decided.reason().name() + " " + decided.first() + " " + decided.second());
        return row(decided, who, Topic.DECISION, action, words, "", "");
    }

    private Who decider(JournalEntry.Decided decided) {
        if (decided.bot() > 0 && !isOfRule(decided.reason())) {
            return new Who(Actor.BOT, story.bot(decided.bot()));
        }
        return isOfRule(decided.reason()) ? Who.RULE : Who.ENGINE;
    }

    private static boolean isOfRule(Reason reason) {
        return reason.name().startsWith("RISK_") || switch (reason) {
            case ENTRIES_BLOCKED, ENTRIES_CANCELLED, POSITION_SHRUNK, MARGIN_ADDED, MARGIN_CAP_REACHED -> true;
            default -> false;
        };
    }
}
