package io.hairline.treatment.chartentry;

import io.hairline.contracts.ClientId;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartReading;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entries in a chart, each kind a part of its own. */
@Configuration(proxyBeanMethods = false)
class ChartEntryParts {

    @Bean
    ChartPart allergies(ChartEntries entries, ChartEntryViews views) {
        return new Part("allergies", EntryKind.ALLERGY, entries, views);
    }

    @Bean
    ChartPart doctorsNotes(ChartEntries entries, ChartEntryViews views) {
        return new Part("doctorsNotes", EntryKind.DOCTORS_NOTE, entries, views);
    }

    @Bean
    ChartPart notes(ChartEntries entries, ChartEntryViews views) {
        return new Part("notes", EntryKind.NOTE, entries, views);
    }

    private record Part(String name, EntryKind kind, ChartEntries entries, ChartEntryViews views) implements ChartPart {
        @Override
        public AccessedRecord record() {
            return AccessedRecord.CHART_ENTRY;
        }

        @Override
        public List<?> of(ClientId client, ChartReading reading) {
            return reading.entries(entries.of(client, kind), ChartEntry::clinicId, views::of);
        }
    }
}
