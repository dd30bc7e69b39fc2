package io.hairline.treatment.chart;

import io.hairline.contracts.ClientId;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartReading;
import java.util.List;

/** What a capability knows of a client's treatment; {@link ChartController} has asked before how much the caller may read. */
public interface ChartPart {

    /** Its name in the answer, a plural. */
    String name();

    /** What a reader must be allowed to read for other clinics' entries of it. */
    AccessedRecord record();

    /** The entries that the reading covers, as the API shows them, latest first. */
    List<?> of(ClientId client, ChartReading reading);
}
