package dev.tradewind.archfixture.ui.screen.two;

import javafx.beans.property.SimpleStringProperty;

final class GoodViewModel {

    final SimpleStringProperty text = new SimpleStringProperty();
}
