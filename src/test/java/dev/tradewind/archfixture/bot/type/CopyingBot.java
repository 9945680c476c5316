package dev.tradewind.archfixture.bot.type;

import dev.tradewind.archfixture.bot.Bot;

final class CopyingBot implements Bot {

    Bot copied() {
        return new OriginalBot();
    }
}
