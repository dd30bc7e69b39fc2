package io.hairline.treatment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.treatment.TreatmentEvent.CourseCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.PlanAccepted;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.treatment.pricing.SessionPricing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PlanTests {

    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
    private static final Binary SIGNED = new Binary(new byte[] {1});

    @Test
    void addsUpTheExactPrices() {
        assertThat(proposed().total()).isEqualTo(pounds("950.50"));
    }

    @Test
    void isAcceptedOnce() {
        var accepted = proposed().accept(SIGNED, PlanStatus.PROPOSED, NOW);

        assertThat(accepted.event()).isInstanceOf(PlanAccepted.class);
        assertThat(accepted.next().version()).isEqualTo(2);
        assertThatThrownBy(() -> accepted.next().accept(SIGNED, PlanStatus.ACCEPTED, NOW))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> proposed().accept(SIGNED, PlanStatus.SUPERSEDED, NOW))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void isFulfilledOnceAndNotBeforeItIsAccepted() {
        CourseId course = new CourseId(Ids.next(CourseId.PREFIX));

        assertThatThrownBy(() -> proposed().complete(course, NOW)).isInstanceOf(Refusal.class);
        var fulfilled =
                proposed().accept(SIGNED, PlanStatus.PROPOSED, NOW).next().complete(course, NOW);
        assertThat(fulfilled.event()).isInstanceOf(CourseCompleted.class);
        assertThat(fulfilled.next().complete(course, NOW).event()).isNull();
    }

    @Test
    void knowsThePriceOfEachSessionAndWhatIsLeft() {
        Plan plan = proposed();

        assertThat(plan.priceOf("SESSION_2")).contains(pounds("350.50"));
        assertThat(plan.priceOf("SCAR")).isEmpty();
        assertThat(plan.openAfter(Set.of("SESSION_1"))).containsExactly("SESSION_2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SESSION_2",
                "SESSION_2,SESSION_1",
                "SESSION_1,SESSION_3",
                "SESSION_1,SESSION_1",
                "TOUCH_UP",
                "SCAR,SCAR"
            })
    void refusesSessionsThatMakeNoCourse(String codes) {
        assertThatThrownBy(() -> proposal(codes.split(","))).isInstanceOf(Refusal.class);
    }

    @Test
    void keepsWhatWasExplainedWhenItIsSigned() {
        Plan accepted = proposed().accept(SIGNED, PlanStatus.PROPOSED, NOW).next();

        assertThat(accepted.risksExplained()).containsExactly("INFECTION");
        assertThat(accepted.numbing()).isEqualTo(new NumbingOption(true, "Cream"));
    }

    @Test
    void namesNoProductWhereNothingIsToBeNumbed() {
        assertThatThrownBy(() -> new NumbingOption(false, "Cream")).isInstanceOf(Refusal.class);
    }

    @Test
    void takesRisksOfTheCatalogueAlone() {
        Risks risks = new Risks(JsonMapper.shared());

        assertThat(risks.explained(List.of("FADING", "INFECTION", "FADING"))).containsExactly("INFECTION", "FADING");
        assertThat(risks.all()).allSatisfy(it -> assertThat(it.texts()).containsOnlyKeys("en", "de", "es", "fr"));
        assertThatThrownBy(() -> risks.explained(List.of("SHARKS"))).isInstanceOf(Refusal.class);
    }

    private static Plan proposed() {
        return Plan.propose(new PlanId(Ids.next(PlanId.PREFIX)), proposal("SESSION_1", "SESSION_2"), NOW)
                .next();
    }

    private static PlanProposal proposal(String... codes) {
        return new PlanProposal(
                new ClientId(Ids.next(ClientId.PREFIX)),
                new ClinicId(Ids.next(ClinicId.PREFIX)),
                new AppointmentId(Ids.next(AppointmentId.PREFIX)),
                PlanKind.PERMANENT,
                Arrays.stream(codes)
                        .map(it -> new SessionPricing(
                                it, pounds(it.equals("SESSION_1") ? "600" : "350.50"), null, null, null))
                        .toList(),
                List.of("INFECTION"),
                new NumbingOption(true, "Cream"));
    }

    private static Money pounds(String amount) {
        return new Money(new BigDecimal(amount), "GBP");
    }
}
