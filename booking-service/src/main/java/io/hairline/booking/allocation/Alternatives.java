package io.hairline.booking.allocation;

import io.hairline.booking.availability.AvailabilitySearch;
import io.hairline.booking.availability.Slot;
import io.hairline.booking.availability.SlotSearch;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The free slots nearest to one that can't be had, in the same clinic; for a client those that don't overlap with theirs. */
@Component
public class Alternatives {

    private static final int OFFERED = SlotSearch.OF_ONE_MOMENT;

    private final ReferenceData referenceData;
    private final SlotSearch slotSearch;

    Alternatives(ReferenceData referenceData, SlotSearch slotSearch) {
        this.referenceData = referenceData;
        this.slotSearch = slotSearch;
    }

    public List<Slot> to(SlotRequest request) {
        return referenceData
                .clinic(request.clinicId())
                .map(clinic -> slotSearch.nearest(search(request, clinic), request.startsAt(), OFFERED))
                .orElse(List.of());
    }

    private static AvailabilitySearch search(SlotRequest request, Clinic clinic) {
        LocalDate day = request.startsAt().atZone(clinic.zoneId()).toLocalDate();
        return new AvailabilitySearch(
                List.of(clinic), request.serviceCode(), day, day, null, request.clientId(), null, request.moving());
    }
}
