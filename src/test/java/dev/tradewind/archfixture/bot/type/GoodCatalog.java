package dev.tradewind.archfixture.bot.type;

import dev.tradewind.archfixture.bot.Bot;
import java.util.List;

final class GoodCatalog {

    List<Bot> all() {
        return List.of(new CopyingBot(), new OriginalBot());
    }
}
