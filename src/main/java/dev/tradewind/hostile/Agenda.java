package dev.tradewind.hostile;

import java.util.PriorityQueue;

/** What is going to happen, by true time, ties in the order it was entered. What concerns a process ends with it. */
final class Agenda {

    static final long NEVER = Long.MAX_VALUE;

    private record Task(long due, long number, long life, Runnable action) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            return due != other.due ? Long.compare(due, other.due) : Long.compare(number, other.number);
        }
    }

    private static final long WORLD = -1;

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private long numbers;
    private long life;

    /** The world will do this, whatever becomes of the process. */
    void world(long due, Runnable action) {
        tasks.add(new Task(due, numbers++, WORLD, action));
    }

    /** The process that lives now will be told this. */
    void process(long due, Runnable action) {
        tasks.add(new Task(due, numbers++, life, action));
    }

    /** The process died: what it was to be told, nobody will be. */
    void died() {
        life++;
    }

    /** {@return when the next thing happens} */
    long nextDue() {
        while (!tasks.isEmpty() && tasks.peek().life != WORLD && tasks.peek().life != life) {
            tasks.poll();
        }
        return tasks.isEmpty() ? NEVER : tasks.peek().due;
    }

    /** Does the next thing. */
    void next() {
        nextDue();
        Task task = tasks.remove();
        task.action.run();
    }
}
