package dev.tradewind.archfixture.engine;

import javafx.scene.Node;

abstract class NodeHolder {

    abstract Node node();
}
