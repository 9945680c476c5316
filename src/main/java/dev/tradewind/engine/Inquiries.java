package dev.tradewind.engine;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.TimerQueue;
import dev.tradewind.venue.LinePace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The orders at an outside venue whose fate is open: something was sent and not answered, an answer was lost, or an end was
 * told before its fills. Each is asked about when it has been silent for too long, again and again, less and less often, until
 * the venue has answered. One timer serves all, and only while there is one. Engine thread only.
 */
final class Inquiries implements Stateful {

    private static final long NEVER = Long.MAX_VALUE;

    /** More questions at one time would use up what the venue allows. */
    private static final int MOST_AT_ONCE = 20;

    private final TimerQueue timers;
    private final LinePace pace;
    private final long timerId;
    private final List<Inquiry> open = new ArrayList<>();
    private long setNanos = NEVER;

    /** One order whose fate is open. */
    static final class Inquiry {

        final long venueId;

        /** When something was last sent about it. */
        long sentNanos;

        /** When it is asked about next. */
        long dueNanos;

        /** How often it was asked about, and when last. */
        int asked;

        long askedNanos;

        /** When, by its own clock, the venue first said it knows no such order; and from when a second time is believed. */
        long unknownNanos = NEVER;

        long believedNanos;

        /** Only an answer will do, whatever else is heard of the order. */
        boolean wanted;

        /** The venue said it ended like this after so many lots; the fills are not all here yet. */
        VenueReport.@Nullable Kind end;

        long endLots;

        /** How often the venue's answer contradicted the journal. */
        int contradictions;

        /** What it is being amended to. */
        long targetLots;

        long targetTicks;
        long targetStopTicks;

        /** Fills that came after its end, not believed yet. */
        final List<VenueReport> late = new ArrayList<>();

        Inquiry(long venueId) {
            this.venueId = venueId;
        }
    }

    Inquiries(TimerQueue timers, LinePace pace, long timerId) {
        this.timers = timers;
        this.pace = pace;
        this.timerId = timerId;
    }

    @Nullable Inquiry find(long venueId) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).venueId == venueId) {
                return open.get(i);
            }
        }
        return null;
    }

    /** {@return the inquiry about an order, opened if there is none; it is asked about at {@code dueNanos} or before} */
    Inquiry open(long venueId, long dueNanos) {
        Inquiry inquiry = find(venueId);
        if (inquiry == null) {
            inquiry = new Inquiry(venueId);
            inquiry.dueNanos = dueNanos;
            open.add(inquiry);
        }
        inquiry.dueNanos = Math.min(inquiry.dueNanos, dueNanos);
        schedule();
        return inquiry;
    }

    /** As {@link #open}, and only an answer will do. */
    void want(long venueId, long dueNanos) {
        open(venueId, dueNanos).wanted = true;
    }

    /** Something about an order leaves now. */
    Inquiry sent(long venueId, long nowNanos) {
        Inquiry inquiry = open(venueId, nowNanos + pace.silentNanos());
        inquiry.sentNanos = nowNanos;
        inquiry.unknownNanos = NEVER;
        return inquiry;
    }

    /** It is asked about again, later than the last time. */
    void again(Inquiry inquiry, long nowNanos) {
        inquiry.dueNanos = nowNanos + pace.pauseNanos(inquiry.asked);
        schedule();
    }

    /** It is asked about not before then. */
    void later(Inquiry inquiry, long dueNanos) {
        inquiry.dueNanos = dueNanos;
        schedule();
    }

    void close(long venueId) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).venueId == venueId) {
                open.remove(i);
                schedule();
                return;
            }
        }
    }

    /** {@return what is due, marked as asked; it is due again after a pause} */
    List<Inquiry> due(long nowNanos) {
        List<Inquiry> due = new ArrayList<>();
        for (Inquiry inquiry : open) {
            if (inquiry.dueNanos <= nowNanos && due.size() == MOST_AT_ONCE) {
                inquiry.dueNanos = nowNanos + pace.retryNanos();
            } else if (inquiry.dueNanos <= nowNanos) {
                inquiry.asked++;
                inquiry.askedNanos = nowNanos;
                inquiry.dueNanos = nowNanos + pace.pauseNanos(inquiry.asked) + pace.silentNanos();
                due.add(inquiry);
            }
        }
        setNanos = NEVER;
        schedule();
        return due;
    }

    /** No answer can come: nothing is asked until {@link #resume}. */
    void suspend() {
        timers.stop(timerId);
        setNanos = NEVER;
        for (Inquiry inquiry : open) {
            inquiry.dueNanos = NEVER;
        }
    }

    /** Answers can come again. */
    void resume(long nowNanos) {
        for (Inquiry inquiry : open) {
            inquiry.asked = 0;
            inquiry.dueNanos = nowNanos + pace.retryNanos();
        }
        schedule();
    }

    int size() {
        return open.size();
    }

    private void schedule() {
        long next = NEVER;
        for (int i = 0; i < open.size(); i++) {
            next = Math.min(next, open.get(i).dueNanos);
        }
        if (next == setNanos) {
            return;
        }
        setNanos = next;
        if (next == NEVER) {
            timers.stop(timerId);
        } else {
            timers.start(timerId, next);
        }
    }

    @Override
    public void save(StateWriter out) {
        out.section("Inquiries", 1).number(setNanos).number(open.size());
        for (Inquiry inquiry : open) {
            VenueReport.Kind end = inquiry.end;
            out.number(inquiry.venueId)
                    .number(inquiry.sentNanos)
                    .number(inquiry.dueNanos)
                    .number(inquiry.asked)
                    .number(inquiry.askedNanos)
                    .number(inquiry.unknownNanos)
                    .number(inquiry.believedNanos)
                    .flag(inquiry.wanted)
                    .flag(end != null)
                    .constant(end == null ? VenueReport.Kind.CANCELED : end)
                    .number(inquiry.endLots)
                    .number(inquiry.contradictions)
                    .number(inquiry.targetLots)
                    .number(inquiry.targetTicks)
                    .number(inquiry.targetStopTicks)
                    .number(inquiry.late.size());
            inquiry.late.forEach(report -> report.save(out));
        }
    }

    @Override
    public void load(StateReader in) {
        in.section("Inquiries", 1);
        // the timer is among those the queue itself saved
        setNanos = in.number();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            Inquiry inquiry = new Inquiry(in.number());
            inquiry.sentNanos = in.number();
            inquiry.dueNanos = in.number();
            inquiry.asked = in.integer();
            inquiry.askedNanos = in.number();
            inquiry.unknownNanos = in.number();
            inquiry.believedNanos = in.number();
            inquiry.wanted = in.flag();
            boolean ends = in.flag();
            VenueReport.Kind end = in.constant(VenueReport.Kind.class);
            inquiry.end = ends ? end : null;
            inquiry.endLots = in.number();
            inquiry.contradictions = in.integer();
            inquiry.targetLots = in.number();
            inquiry.targetTicks = in.number();
            inquiry.targetStopTicks = in.number();
            int late = in.count();
            for (int j = 0; j < late; j++) {
                inquiry.late.add(new VenueReport().load(in));
            }
            open.add(inquiry);
        }
    }
}
