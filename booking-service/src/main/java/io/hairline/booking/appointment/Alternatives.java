package io.hairline.booking.appointment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hairline.booking.availability.Slot;
import io.hairline.booking.availability.SlotSearch;
import io.hairline.booking.diary.Diary;
import io.hairline.booking.diary.Occupancy;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The nearest free slots, for those who came too late. Many come too late for the same slot at the same moment: they
 * share one search, and only what each client has elsewhere is looked up for her alone.
 */
@Component
class Alternatives {

    /** All may lie at the same moment, the nearest. */
    private static final int OFFERED = SlotSearch.OF_ONE_MOMENT;
    /** So many that some are left for whoever is busy for hours around the time she wanted. */
    private static final int LOOKED_UP = 120;

    private static final int MOST_REMEMBERED = 1_000;
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final ReferenceData referenceData;
    private final SlotSearch findingSlots;
    private final Diary diary;
    private final Cache<Wanted, List<Slot>> remembered = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(FRESH)
            .build();

    Alternatives(ReferenceData referenceData, SlotSearch findingSlots, Diary diary) {
        this.referenceData = referenceData;
        this.findingSlots = findingSlots;
        this.diary = diary;
    }

    private record Wanted(ClinicId clinic, String serviceCode, Instant startsAt) {}

    List<Slot> to(SlotRequest request) {
        Wanted wanted = new Wanted(request.clinicId(), request.serviceCode(), request.startsAt());
        List<Slot> free = free(wanted);
        ClientId client = request.clientId();
        if (client == null || free.isEmpty()) {
            return free.stream().limit(OFFERED).toList();
        }
        List<Slot> hers = besideHerOwn(client, free);
        return hers.size() < OFFERED && free.size() == LOOKED_UP ? look(wanted, client, OFFERED) : hers;
    }

    private List<Slot> free(Wanted wanted) {
        return remembered.get(wanted, it -> look(it, null, LOOKED_UP));
    }

    private List<Slot> look(Wanted like, @Nullable ClientId client, int most) {
        return referenceData
                .clinic(like.clinic())
                .map(it -> findingSlots.nearest(it, like.serviceCode(), client, like.startsAt(), most))
                .orElse(List.of());
    }

    private List<Slot> besideHerOwn(ClientId client, List<Slot> free) {
        Instant first =
                free.stream().map(Alternatives::start).min(Instant::compareTo).orElseThrow();
        Instant last = free.stream()
                .map(it -> it.endsAt().toInstant())
                .max(Instant::compareTo)
                .orElseThrow();
        List<Occupancy> busy = diary.busy(client, first.minus(Duration.ofDays(1)), last);
        return free.stream()
                .filter(slot -> busy.stream()
                        .noneMatch(it -> it.startsAt().isBefore(slot.endsAt().toInstant())
                                && it.endsAt().isAfter(start(slot))))
                .limit(OFFERED)
                .toList();
    }

    private static Instant start(Slot it) {
        return it.startsAt().toInstant();
    }
}
