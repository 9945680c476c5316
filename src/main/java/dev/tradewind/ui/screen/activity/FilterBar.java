package dev.tradewind.ui.screen.activity;

import dev.tradewind.app.activity.ActivityDesk.Topic;
import dev.tradewind.monitor.Actor;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.UnitField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Which rows are shown. */
final class FilterBar extends VBox {

    private final ActivityActions actions;

    FilterBar(ActivityViewModel model, ActivityActions actions) {
        this.actions = actions;
        getStyleClass().addAll("pane", "activity-filter");
        TextField text = new TextField();
        text.setId("activity-text");
        text.setPromptText("Search words, values, order numbers");
        text.textProperty().bindBidirectional(model.text);
        HBox search = new HBox(new IconView(Icon.SEARCH, "is-faint"), text);
        search.getStyleClass().addAll("field", "activity-search");
        HBox.setHgrow(text, Priority.ALWAYS);
        ComboBox<Optional<Actor>> who = choice("activity-actor", model.actor, "Anyone", ActivityWords::actor);
        who.getItems().setAll(choices(List.of(Actor.values())));
        ComboBox<Optional<Topic>> about = choice("activity-topic", model.topic, "Everything", ActivityWords::topic);
        about.getItems().setAll(choices(Arrays.asList(Topic.values())));
        ComboBox<Optional<Integer>> session =
                choice("activity-session", model.session, "Trail and sessions", number -> "Session " + number);
        session.getItems().setAll(choices(model.sessions.get()));
        model.sessions.addListener((property, before, now) -> {
            // a choice made before there were any to choose from has to be said again to be shown
            session.setValue(null);
            session.getItems().setAll(choices(now));
            session.setValue(model.session.get());
        });
        UnitField from = time("activity-from", model.from);
        UnitField to = time("activity-to", model.to);
        Button clear = Buttons.of("Show all", actions::clear, "bare");
        clear.setId("activity-clear");
        FlowPane row = new FlowPane(
                search, named("Who", who), named("What", about), named("Where", session), named("From", from), named("To", to),
                clear);
        row.getStyleClass().add("activity-filter-row");
        Label error = Labels.wrapped("", "field-error");
        error.setId("activity-time-error");
        error.textProperty().bind(model.timeError);
        error.visibleProperty().bind(model.timeError.isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        model.timeError.addListener((property, before, now) -> {
            from.invalid(!now.isEmpty() && (!TimeField.passes(model.from.get()) || TimeField.passes(model.to.get())));
            to.invalid(!now.isEmpty() && (!TimeField.passes(model.to.get()) || TimeField.passes(model.from.get())));
        });
        getChildren().addAll(row, error);
        for (ObjectProperty<?> each : List.of(model.actor, model.topic, model.session)) {
            each.addListener((property, before, now) -> actions.filter());
        }
        model.text.addListener((property, before, now) -> actions.filter());
        model.from.addListener((property, before, now) -> actions.filter());
        model.to.addListener((property, before, now) -> actions.filter());
        clear.visibleProperty().bind(model.actor.isNotEqualTo(Optional.empty())
                .or(model.topic.isNotEqualTo(Optional.empty()))
                .or(model.session.isNotEqualTo(Optional.empty()))
                .or(model.text.isNotEmpty())
                .or(model.from.isNotEmpty())
                .or(model.to.isNotEmpty()));
    }

    private static <T> List<Optional<T>> choices(List<T> values) {
        List<Optional<T>> all = new ArrayList<>();
        all.add(Optional.empty());
        values.forEach(value -> all.add(Optional.of(value)));
        return all;
    }

    private static HBox named(String name, Node field) {
        HBox pair = new HBox(Labels.of(name, "field-label"), field);
        pair.getStyleClass().addAll("spacing-6", "activity-named");
        return pair;
    }

    private UnitField time(String id, StringProperty typed) {
        UnitField field = new UnitField("", "");
        field.text().setId(id);
        field.text().setPromptText(TimeField.FORM);
        field.text().textProperty().bindBidirectional(typed);
        field.text().setOnAction(event -> actions.filter());
        field.getStyleClass().add("activity-time");
        return field;
    }

    private static <T> ComboBox<Optional<T>> choice(
            String id, ObjectProperty<Optional<T>> chosen, String all, Function<T, String> words) {
        ComboBox<Optional<T>> box = new ComboBox<>();
        box.setId(id);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Optional<T> value) {
                return value == null ? all : value.map(words).orElse(all);
            }

            @Override
            public Optional<T> fromString(String text) {
                return Optional.empty();
            }
        });
        box.setValue(chosen.get());
        box.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                chosen.set(now);
            }
        });
        chosen.addListener((property, before, now) -> box.setValue(now));
        return box;
    }
}
