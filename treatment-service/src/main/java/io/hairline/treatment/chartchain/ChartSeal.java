package io.hairline.treatment.chartchain;

import io.hairline.contracts.ChartSealId;
import io.hairline.contracts.treatment.ChartHead;
import io.hairline.contracts.treatment.TreatmentEvent.ChartHeadsSealed;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** How far some charts' chains had come at a moment. */
@Document("chart_seals")
@TypeAlias("chartSeal")
record ChartSeal(@Id ChartSealId id, long version, int schema, List<ChartHead> heads, Instant sealedAt)
        implements Aggregate {

    private static final int SCHEMA = 1;

    ChartSeal {
        heads = List.copyOf(heads);
    }

    static Change<ChartSeal> over(ChartSealId id, List<ChartHead> heads, Instant now) {
        return Change.to(new ChartSeal(id, 1, SCHEMA, heads, now), new ChartHeadsSealed(id, heads));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
