package io.hairline.treatment.chartchain;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.treatment.ChartHead;
import io.hairline.treatment.chartchain.ChartVerification.Fault;
import io.hairline.treatment.chartchain.ChartVerification.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** For an operator: whether signed records are as they were signed. {@code hairline verify} asks here. */
@Component
@Endpoint(id = "charts")
class ChartsEndpoint {

    private final ChartVerification verification;

    ChartsEndpoint(ChartVerification verification) {
        this.verification = verification;
    }

    /** Compares every signed record with its chain, and the chains with the seals in this database. */
    @ReadOperation
    Outcome verify() {
        return verification.all();
    }

    /**
     * Compares the chains with seals from elsewhere, such as those on Kafka, which nobody with this database alone can
     * change.
     *
     * @param heads client, number and hash, separated by colons; several by commas
     */
    @WriteOperation
    Map<String, List<Fault>> compare(String heads) {
        return Map.of(
                "faults",
                verification.missing(Stream.of(heads.split(",", -1))
                        .filter(it -> !it.isEmpty())
                        .map(ChartsEndpoint::head)
                        .toList()));
    }

    private static ChartHead head(String words) {
        String[] parts = words.split(":", -1);
        return new ChartHead(new ClientId(parts[0]), Long.parseLong(parts[1]), parts[2]);
    }
}
