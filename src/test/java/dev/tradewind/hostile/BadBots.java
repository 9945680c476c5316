package dev.tradewind.hostile;

import dev.tradewind.bot.Bot;
import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.OrderType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.UnaryOperator;

/** The catalogue's bots with something between them and the engine. */
final class BadBots {

    private BadBots() {}

    /** Bots that never place the stop of a pair of exits. */
    static List<BotType> forgettingTheStop() {
        return through(context -> proxy(BotContext.class, (self, method, arguments) -> {
            boolean stop = method.getName().equals("submit") && arguments[1] instanceof OrderType type && type.hasTrigger();
            // the id of an order that is nowhere: the bot believes that its stop rests
            return stop ? Long.MAX_VALUE : call(context, method, arguments);
        }));
    }

    private static List<BotType> through(UnaryOperator<BotContext> contexts) {
        return BotCatalog.TYPES.stream()
                .map(type -> new BotType(
                        type.id(), type.label(), type.description(), type.version(), type.params(), type.presets(),
                        type.actions(), params -> wrap(type.factory().apply(params), contexts), type.planner())
                        .trading(type.tradeRule()))
                .toList();
    }

    private static Bot wrap(Bot bot, UnaryOperator<BotContext> contexts) {
        return proxy(Bot.class, (self, method, arguments) -> {
            Object[] passed = arguments == null ? null : arguments.clone();
            for (int i = 0; passed != null && i < passed.length; i++) {
                if (passed[i] instanceof BotContext context) {
                    passed[i] = contexts.apply(context);
                }
            }
            return call(bot, method, passed);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
