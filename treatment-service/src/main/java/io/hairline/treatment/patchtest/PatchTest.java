package io.hairline.treatment.patchtest;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.PatchTestId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.treatment.TreatmentEvent.PatchTestCorrected;
import io.hairline.contracts.treatment.TreatmentEvent.PatchTestPlaced;
import io.hairline.contracts.treatment.TreatmentEvent.PatchTestRead;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import io.hairline.kit.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A drop of a lot on the client's skin.
 *
 * @param result sealed; absent until it is read
 * @param validUntil six months after it was read
 * @param superseded readings that were wrong, oldest first; absent in tests from before they could be corrected
 */
@Document("patch_tests")
@TypeAlias("patchTest")
@PersonalData
record PatchTest(
        @Id PatchTestId id,
        long version,
        int schema,
        ClientId clientId,
        ClinicId clinicId,
        LotId lotId,
        Instant placedAt,
        @Nullable Instant readAt,
        @Nullable Instant validUntil,
        @Nullable Binary result,
        @Nullable List<Superseded> superseded)
        implements Aggregate {

    private static final int SCHEMA = 1;
    private static final int VALID_MONTHS = 6;
    private static final Duration SKIN_NEEDS = Duration.ofHours(24);
    private static final Duration SKIN_SHOWS = Duration.ofDays(7);

    static Change<PatchTest> place(PatchTestId id, ClientId client, ClinicId clinic, LotId lot, Instant now) {
        return Change.to(
                new PatchTest(id, 1, SCHEMA, client, clinic, lot, now, null, null, null, List.of()),
                new PatchTestPlaced(id, client, clinic));
    }

    /**
     * A reading that was put right.
     *
     * @param by subject of the one who put it right
     * @param practitionerId who that is in the diary; absent for others
     * @param result sealed, as it was read first
     * @param reason sealed
     */
    record Superseded(
            Instant readAt,
            Binary result,
            Instant at,
            String by,
            @Nullable PractitionerId practitionerId,
            Binary reason) {}

    /** Another result takes the place of a wrong one, which stays to be seen; when it was read stays the same. */
    Change<PatchTest> correct(Binary sealedResult, Binary sealedReason, Caller by, Instant now) {
        if (readAt == null || result == null || validUntil == null) {
            throw Refusal.state("illegal-move", "This test wasn't read yet, so there is nothing to correct.");
        }
        List<Superseded> all = new ArrayList<>(Objects.requireNonNullElse(superseded, List.of()));
        all.add(new Superseded(readAt, result, now, by.subject(), by.practitionerIn(clinicId), sealedReason));
        return Change.to(
                new PatchTest(
                        id,
                        version + 1,
                        schema,
                        clientId,
                        clinicId,
                        lotId,
                        placedAt,
                        readAt,
                        validUntil,
                        sealedResult,
                        List.copyOf(all)),
                new PatchTestCorrected(id, clientId, clinicId, validUntil));
    }

    /** Until when what is seen is still the skin's answer. */
    Instant readableUntil() {
        return placedAt.plus(SKIN_SHOWS);
    }

    Change<PatchTest> read(Binary sealedResult, Instant now) {
        if (readAt != null) {
            throw Refusal.state("illegal-move", "This test was read already. Place another one if in doubt.");
        }
        Instant earliest = placedAt.plus(SKIN_NEEDS);
        if (now.isBefore(earliest)) {
            throw Refusal.state(
                    "too-early", "The skin needs 24 hours to answer. Read this test from " + earliest + " on.");
        }
        Instant latest = readableUntil();
        if (now.isAfter(latest)) {
            throw Refusal.state(
                    "too-old",
                    "After a week the skin doesn't show any more how it answered. This test could be read until "
                            + latest + "; place another one.");
        }
        Instant until = now.atOffset(ZoneOffset.UTC).plusMonths(VALID_MONTHS).toInstant();
        return Change.to(
                new PatchTest(
                        id,
                        version + 1,
                        schema,
                        clientId,
                        clinicId,
                        lotId,
                        placedAt,
                        now,
                        until,
                        sealedResult,
                        superseded),
                new PatchTestRead(id, clientId, clinicId, until));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
