package dev.tradewind.archfixture.bot;

public interface Bot {
}
