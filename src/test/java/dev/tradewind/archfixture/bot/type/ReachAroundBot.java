package dev.tradewind.archfixture.bot.type;

import dev.tradewind.archfixture.bot.Bot;
import dev.tradewind.archfixture.kernel.GoodDriver;

final class ReachAroundBot implements Bot {

    Object around(GoodDriver driver) {
        return driver;
    }
}
