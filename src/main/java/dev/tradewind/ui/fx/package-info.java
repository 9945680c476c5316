/**
 * The one bridge between threads: snapshots in, once per frame ({@link dev.tradewind.ui.fx.EngineFeed}); slow work out and
 * its outcome back ({@link dev.tradewind.ui.fx.Background}); the toolkit's start and end
 * ({@link dev.tradewind.ui.fx.Toolkit}). Only this package names {@code Platform}.
 */
@NullMarked
package dev.tradewind.ui.fx;

import org.jspecify.annotations.NullMarked;
