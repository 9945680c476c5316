package dev.tradewind.archfixture.ui.screen.two;

import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;

abstract class TwoViewModel {

    final SimpleStringProperty allowed = new SimpleStringProperty();

    abstract Label label();
}
