package io.hairline.contracts.headoffice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JurisdictionRulesTests {

    @Test
    void aPartOfACountryHasItsOwnLinesAndTheCountrys() {
        JurisdictionRules california = JurisdictionRules.of("US-CA");

        assertThat(california.training()).containsExactly(TrainingKind.BLOOD_BORNE_PATHOGENS);
        assertThat(california.guests()).isEqualTo(new GuestLimit(5, 15));
        assertThat(california.chartYears()).isEqualTo(3);
        assertThat(JurisdictionRules.of("US-NY").guests()).isNull();
    }

    @Test
    void aCountryWithoutLinesHasTheDefaults() {
        JurisdictionRules berlin = JurisdictionRules.of("DE-BE");

        assertThat(berlin.training()).isEmpty();
        assertThat(berlin.chartYears()).isEqualTo(10);
    }

    @Test
    void whatCountsInACountryCountsInItsPartsAndNotTheOtherWayRound() {
        assertThat(JurisdictionRules.covers("US", "US-NY")).isTrue();
        assertThat(JurisdictionRules.covers("US-NY", "US-NY")).isTrue();
        assertThat(JurisdictionRules.covers("US-NY", "US")).isFalse();
        assertThat(JurisdictionRules.covers("US-N", "US-NY")).isFalse();
    }
}
