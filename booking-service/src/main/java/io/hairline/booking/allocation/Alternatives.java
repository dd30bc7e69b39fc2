package io.hairline.booking.allocation;

import io.hairline.booking.availability.Slot;
import io.hairline.booking.availability.SlotSearch;
import io.hairline.booking.referencedata.ReferenceData;
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
                .map(clinic -> slotSearch.nearest(
                        clinic, request.serviceCode(), request.clientId(), request.startsAt(), OFFERED))
                .orElse(List.of());
    }
}
