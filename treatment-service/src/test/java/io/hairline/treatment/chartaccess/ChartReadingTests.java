package io.hairline.treatment.chartaccess;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EmergencyAccessId;
import io.hairline.contracts.SharingPassId;
import io.hairline.kit.Ids;
import io.hairline.treatment.chartaccess.AccessGrants.Grant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may go on from an entry, and not only read it. */
class ChartReadingTests {

    private final ClinicId treating = new ClinicId(Ids.next(ClinicId.PREFIX));
    private final ClinicId reader = new ClinicId(Ids.next(ClinicId.PREFIX));

    @Test
    void leadsToTreatmentInTheClinicThatWroteIt() {
        ChartReading own = of(Grant.ofOwn(AccessBasis.OWN_ENTRIES, reader));

        assertThat(own.leadsToTreatment(reader)).isTrue();
        assertThat(own.leadsToTreatment(treating)).isFalse();
    }

    @Test
    void leadsToTreatmentWhereTheClientBookedAVisit() {
        assertThat(of(Grant.of(AccessBasis.CLIENT_BOOKING, reader)).leadsToTreatment(treating))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(SharingPurpose.class)
    void leadsToTreatmentByAPassForTreatmentOrATransferAlone(SharingPurpose purpose) {
        Grant pass = Grant.of(new SharingPassId(Ids.next(SharingPassId.PREFIX)), purpose, reader);

        assertThat(of(pass).leadsToTreatment(treating))
                .isEqualTo(purpose == SharingPurpose.TREATMENT || purpose == SharingPurpose.TRANSFER);
    }

    @Test
    void isForReadingAloneByAConsentOrInAnEmergency() {
        ChartReading consent = of(Grant.of(AccessBasis.SHARING_CONSENT, reader));
        ChartReading emergency = of(Grant.of(new EmergencyAccessId(Ids.next(EmergencyAccessId.PREFIX)), reader));

        assertThat(consent.covers(treating)).isTrue();
        assertThat(consent.leadsToTreatment(treating)).isFalse();
        assertThat(emergency.covers(treating)).isTrue();
        assertThat(emergency.leadsToTreatment(treating)).isFalse();
    }

    @Test
    void leadsTheClientNowhere() {
        assertThat(ChartReading.whole().leadsToTreatment(treating)).isFalse();
    }

    private ChartReading of(Grant grant) {
        return ChartReading.of(AccessedRecord.SESSION, grant, Set.of(reader), null);
    }
}
