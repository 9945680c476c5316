package dev.tradewind.ui.lock;

import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.app.custody.SecurityDesk.SecurityState;
import dev.tradewind.ui.fx.Toolkit;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How things stand with passphrase, lock and seal, as a property of the JavaFX thread. */
public final class SecurityFeed implements AutoCloseable {

    private final SecurityDesk desk;
    private final ReadOnlyObjectWrapper<SecurityState> state;
    private final SecurityDesk.Watch watch;

    /** Follows a desk until closed. */
    public SecurityFeed(SecurityDesk desk) {
        this(desk, Toolkit::later);
    }

    /** @param later brings work to the JavaFX thread */
    SecurityFeed(SecurityDesk desk, Consumer<Runnable> later) {
        this.desk = desk;
        this.state = new ReadOnlyObjectWrapper<>(desk.state());
        this.watch = desk.watch(() -> later.accept(this::refresh));
    }

    /** Asks at once instead of waiting to be told. */
    public void refresh() {
        state.set(desk.state());
    }

    /** {@return what was last heard} */
    public SecurityState now() {
        return state.get();
    }

    /** {@return what was last heard, and every change} */
    public ReadOnlyObjectProperty<SecurityState> state() {
        return state.getReadOnlyProperty();
    }

    @Override
    public void close() {
        watch.close();
    }
}
