/**
 * The Trade screen: chart over blotter, ladder, ticket and tape of one instrument.
 *
 * <p>Entry type: {@link dev.tradewind.ui.screen.trade.TradeScreen}. JavaFX thread only. The {@code *ViewModel}
 * classes hold properties and no nodes; they are fed with snapshots, once per frame, while the screen shows. What a
 * person asks for leaves as a {@link dev.tradewind.domain.Command}.
 */
@NullMarked
package dev.tradewind.ui.screen.trade;

import org.jspecify.annotations.NullMarked;
