package dev.tradewind.archfixture.bot.type;

import dev.tradewind.archfixture.bot.Bot;

final class OriginalBot implements Bot {
}
