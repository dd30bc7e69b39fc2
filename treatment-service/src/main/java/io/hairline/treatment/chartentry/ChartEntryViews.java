package io.hairline.treatment.chartentry;

import org.springframework.stereotype.Component;

/** Opens entries for those who may read them. */
@Component
class ChartEntryViews {

    private final ChartEntries entries;

    ChartEntryViews(ChartEntries entries) {
        this.entries = entries;
    }

    ChartEntryView<?> of(ChartEntry it) {
        return switch (it.kind()) {
            case ALLERGY -> of(it, Allergy.class);
            case DOCTORS_NOTE -> of(it, DoctorsNote.class);
            case NOTE -> of(it, ChartNote.class);
        };
    }

    <T> ChartEntryView<T> of(ChartEntry it, Class<T> type) {
        ChartEntry.Withdrawal withdrawal = it.withdrawal();
        return new ChartEntryView<>(
                it.id(),
                it.version(),
                it.clientId(),
                it.clinicId(),
                it.recordedAt(),
                it.recordedBy(),
                entries.contentOf(it, type),
                withdrawal == null ? null : withdrawal.at(),
                withdrawal == null ? null : entries.reasonOf(it, withdrawal));
    }
}
