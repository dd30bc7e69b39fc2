package io.hairline.booking.appointment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.kit.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Many want the same slot at the same moment: they go in one after the other, and who comes after the winner learns so
 * without a look. This only spares the database; the unique index judges.
 */
@Component
class Rush {

    private static final int PATIENCE_SECONDS = 3;
    private static final int MOST_SLOTS = 10_000;
    /** Another instance may free the slot meanwhile; a loser of this moment hears of it with her next try. */
    private static final Duration TAKEN_FOR = Duration.ofMillis(250);

    private final Cache<Place, Door> doors = Caffeine.newBuilder()
            .maximumSize(MOST_SLOTS)
            .expireAfterAccess(Duration.ofSeconds(10))
            .build();
    private final AtomicInteger releasing = new AtomicInteger();
    private final AtomicLong released = new AtomicLong();
    private final Clock clock;

    Rush(Clock clock) {
        this.clock = clock;
    }

    private record Place(
            ClinicId clinic,
            PractitionerId practitioner,
            @Nullable ChairId chair,
            String serviceCode,
            Instant startsAt) {}

    private record Taken(@Nullable ClientId by, Instant at, long released) {}

    private static final class Door {
        private final ReentrantLock lock = new ReentrantLock(true);
        private volatile @Nullable Taken taken;
        private boolean entered;
    }

    /**
     * Empty if somebody else has it; what a loser saw counts from before she looked, for a hold may lapse meanwhile. Whoever
     * moves an appointment, or has the slot herself, goes in whatever is known.
     *
     * @param attempt is told whether somebody was there before, so that it had better look first
     */
    Optional<Appointment> oneByOne(SlotRequest request, Function<Boolean, Optional<Appointment>> attempt) {
        Door door = doors.get(
                new Place(
                        request.clinicId(),
                        request.practitionerId(),
                        request.chairId(),
                        request.serviceCode(),
                        request.startsAt()),
                _ -> new Door());
        if (isGone(door, request)) {
            return Optional.empty();
        }
        enter(door.lock);
        try {
            if (isGone(door, request)) {
                return Optional.empty();
            }
            long before = released.get();
            Instant asked = clock.instant();
            boolean crowded = door.entered;
            door.entered = true;
            Optional<Appointment> placed = attempt.apply(crowded);
            door.taken = placed.isPresent()
                    ? new Taken(request.clientId(), clock.instant(), before)
                    : new Taken(null, asked, before);
            return placed;
        } finally {
            door.lock.unlock();
        }
    }

    /** What was taken may be free again from some moment of this work on: during it nothing counts as known. */
    <T> T mayRelease(Supplier<T> work) {
        releasing.incrementAndGet();
        try {
            return work.get();
        } finally {
            released.incrementAndGet();
            releasing.decrementAndGet();
        }
    }

    private boolean isGone(Door door, SlotRequest request) {
        Taken taken = door.taken;
        return taken != null
                && request.moving() == null
                && releasing.get() == 0 // asked before the count, which moves first
                && taken.released() == released.get()
                && isFresh(taken.at())
                && (taken.by() == null || !taken.by().equals(request.clientId()));
    }

    private boolean isFresh(Instant at) {
        Instant now = clock.instant();
        return !now.isBefore(at) && now.isBefore(at.plus(TAKEN_FOR));
    }

    private static void enter(ReentrantLock lock) {
        try {
            if (lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw busy();
    }

    static Refusal busy() {
        return new Refusal(Refusal.Kind.AWAY, "busy", "Too many others are booking right now. Try again in a moment.")
                .with("retryAfterSeconds", 1);
    }
}
