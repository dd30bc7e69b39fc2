package io.hairline.treatment.chart;

import io.hairline.contracts.ClientId;
import java.util.List;

/** What a capability knows of a client's treatment; {@link ChartController} has asked before whether the caller may. */
public interface ChartPart {

    /** Its name in the answer, a plural. */
    String name();

    /** As the API shows it, latest first. */
    List<?> of(ClientId client);
}
