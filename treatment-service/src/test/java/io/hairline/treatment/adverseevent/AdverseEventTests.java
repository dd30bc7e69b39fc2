package io.hairline.treatment.adverseevent;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AdverseEventId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.SessionId;
import io.hairline.kit.Ids;
import java.time.Instant;
import java.util.List;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which harm is likely to be one that is known. */
class AdverseEventTests {

    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");

    private final ClientId client = new ClientId(Ids.next(ClientId.PREFIX));
    private final ClinicId clinic = new ClinicId(Ids.next(ClinicId.PREFIX));
    private final SessionId session = new SessionId(Ids.next(SessionId.PREFIX));
    private final LotId lot = new LotId(Ids.next(LotId.PREFIX));

    @Test
    void isSimilarAfterTheSameSessionOrFromTheSameLot() {
        AdverseEvent known = known(report(session, List.of(lot)));

        assertThat(known.isSimilarTo(report(session, List.of()))).isTrue();
        assertThat(known.isSimilarTo(report(null, List.of(lot)))).isTrue();
        assertThat(known.isSimilarTo(report(another(), List.of(lot)))).isTrue();
    }

    @Test
    void isNotSimilarWithoutASessionOrALotInCommon() {
        AdverseEvent known = known(report(session, List.of(lot)));
        AdverseEvent bare = known(report(null, List.of()));

        assertThat(known.isSimilarTo(report(another(), List.of(new LotId(Ids.next(LotId.PREFIX))))))
                .isFalse();
        assertThat(known.isSimilarTo(report(null, List.of()))).isFalse();
        assertThat(bare.isSimilarTo(report(null, List.of()))).isFalse();
    }

    @Test
    void isNotSimilarOnceItIsClosed() {
        AdverseEvent closed = known(report(session, List.of(lot)))
                .close(Outcome.RECOVERED, NOW)
                .next();

        assertThat(closed.isSimilarTo(report(session, List.of(lot)))).isFalse();
    }

    private static SessionId another() {
        return new SessionId(Ids.next(SessionId.PREFIX));
    }

    private AdverseEvent.Report report(@Nullable SessionId after, List<LotId> lots) {
        return new AdverseEvent.Report(client, clinic, after, null, Severity.MILD, lots, null, List.of(), null);
    }

    private static AdverseEvent known(AdverseEvent.Report it) {
        return AdverseEvent.report(
                        new AdverseEventId(Ids.next(AdverseEventId.PREFIX)), it, new Binary(new byte[0]), "per_1", NOW)
                .next();
    }
}
