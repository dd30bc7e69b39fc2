package io.hairline.booking.availability;

import io.hairline.kit.Refusal;
import io.hairline.kit.input.PlanningDays;
import io.hairline.kit.web.Page;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers a caller's search for free slots page by page, the earliest first. */
@Component
public class SlotPages {

    private static final int MOST_DAYS = 92;

    private final SlotSearch slotSearch;

    SlotPages(SlotSearch slotSearch) {
        this.slotSearch = slotSearch;
    }

    /**
     * A page of them.
     *
     * @param asked called once the page itself is known to be one; it refuses callers who may not name the client, or the appointment
     *     that is to be moved
     * @param cursor of the page before; absent for the first
     * @throws Refusal naming {@code from}, {@code to}, {@code limit} or {@code cursor}
     */
    public Page<Slot> find(Supplier<AvailabilitySearch> asked, int limit, @Nullable String cursor) {
        int most = Page.limit(limit);
        SlotCursor after = SlotCursor.parse(Page.position(cursor));
        AvailabilitySearch search = asked.get();
        checkDays(search.from(), search.until());
        return Page.of(
                slotSearch.find(search, after, most + 1),
                most,
                it -> SlotCursor.of(it).toString());
    }

    private static void checkDays(LocalDate from, LocalDate to) {
        PlanningDays.checked("from", from);
        PlanningDays.checked("to", to);
        if (to.isBefore(from)) {
            throw Refusal.input("to", "must not be before from");
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw Refusal.input("to", "must be within " + MOST_DAYS + " days of from; ask for the rest separately");
        }
    }
}
