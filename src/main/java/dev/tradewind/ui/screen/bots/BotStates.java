package dev.tradewind.ui.screen.bots;

import dev.tradewind.domain.BotState;
import dev.tradewind.ui.widget.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** How bot states look and what may be done in them. */
final class BotStates {

    private BotStates() {}

    static String word(BotState state) {
        return switch (state) {
            case DRAFT -> "Draft";
            case VALIDATED -> "Validated";
            case ARMED -> "Armed";
            case STARTING -> "Starting";
            case RUNNING -> "Running";
            case PAUSED -> "Paused";
            case WAITING_FOR_BALANCE -> "Waiting for balance";
            case ERROR -> "Needs you";
            case STOPPING -> "Stopping";
            case STOPPED -> "Stopped";
        };
    }

    static String tone(BotState state) {
        return switch (state) {
            case DRAFT, STOPPED -> "";
            case VALIDATED, ARMED, STARTING -> "is-accent";
            case RUNNING -> "is-buy";
            case PAUSED, WAITING_FOR_BALANCE, STOPPING -> "is-warn";
            case ERROR -> "is-sell";
        };
    }

    static boolean mayPause(BotState state) {
        return switch (state) {
            case ARMED, STARTING, RUNNING, WAITING_FOR_BALANCE -> true;
            case DRAFT, VALIDATED, PAUSED, ERROR, STOPPING, STOPPED -> false;
        };
    }

    static boolean mayResume(BotState state) {
        return state == BotState.PAUSED || state == BotState.ERROR;
    }

    static boolean mayStop(BotState state) {
        return mayPause(state) || mayResume(state);
    }

    static boolean needsAttention(BotState state) {
        return state == BotState.ERROR || state == BotState.WAITING_FOR_BALANCE || state == BotState.PAUSED;
    }

    static Label chip(BotState state, boolean archived) {
        Label chip = chip(state);
        if (archived) {
            chip.setText("Archived");
        }
        return chip;
    }

    static Label chip(BotState state) {
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        Label chip = Labels.of(word(state), "chip");
        chip.setGraphic(dot);
        Labels.tone(chip, tone(state));
        return chip;
    }
}
