package io.hairline.headoffice.royalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hairline.contracts.Money;
import io.hairline.contracts.RoyaltyStatementId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.royalty.RoyaltyStatement.Status;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoyaltyStatementTests {

    private static final LocalDate ISSUED_ON = LocalDate.parse("2026-11-02");
    private static final LocalDate DISPUTED_ON = LocalDate.parse("2026-11-05");
    private static final LocalDate RESOLVED_ON = LocalDate.parse("2026-11-09");
    private static final LocalDate FINAL_ON = LocalDate.parse("2026-11-20");
    private static final String LINE = "royalty:pay_1.1";

    private final RoyaltyStatement draft = RoyaltyStatement.draft(
                    new RoyaltyStatementId(Ids.next(RoyaltyStatementId.PREFIX)),
                    DemoIds.clinic("BER"),
                    YearMonth.parse("2026-10"),
                    "EUR",
                    1)
            .next();
    private final RoyaltyStatement issued =
            draft.issue(euros("100.00"), 3, ISSUED_ON).next();

    @Test
    void goesFromDraftThroughADisputeToFinal() {
        RoyaltyStatement disputed =
                issued.dispute(LINE, "WRONG_AMOUNT", DISPUTED_ON).next();
        RoyaltyStatement resolved =
                disputed.resolve(LINE, euros("-12.00"), RESOLVED_ON).next();
        RoyaltyStatement closed = resolved.finalise(FINAL_ON).next();

        assertThat(disputed.status()).isEqualTo(Status.DISPUTED);
        assertThat(resolved.status()).isEqualTo(Status.ISSUED);
        assertThat(resolved.total()).isEqualTo(euros("88.00"));
        assertThat(closed.statusOn(ISSUED_ON.minusDays(1))).isEqualTo(Status.DRAFT);
        assertThat(closed.statusOn(ISSUED_ON)).isEqualTo(Status.ISSUED);
        assertThat(closed.statusOn(RESOLVED_ON.minusDays(1))).isEqualTo(Status.DISPUTED);
        assertThat(closed.statusOn(RESOLVED_ON)).isEqualTo(Status.ISSUED);
        assertThat(closed.statusOn(FINAL_ON)).isEqualTo(Status.FINAL);
    }

    @Test
    void showsOfAnEarlierDayNothingThatCameLater() {
        RoyaltyStatement closed = issued.dispute(LINE, "WRONG_AMOUNT", DISPUTED_ON)
                .next()
                .resolve(LINE, euros("-12.00"), RESOLVED_ON)
                .next()
                .finalise(FINAL_ON)
                .next();

        assertThat(closed.asOn(ISSUED_ON.minusDays(1)).issuedOn()).isNull();
        assertThat(closed.asOn(ISSUED_ON.minusDays(1)).disputes()).isEmpty();
        assertThat(closed.asOn(ISSUED_ON).disputes()).isEmpty();
        assertThat(closed.asOn(ISSUED_ON).finalOn()).isNull();
        assertThat(closed.asOn(DISPUTED_ON).disputes())
                .singleElement()
                .satisfies(it -> assertThat(it.outcome()).isNull());
        assertThat(closed.asOn(RESOLVED_ON).disputes())
                .singleElement()
                .satisfies(it -> assertThat(it.outcome()).isEqualTo(RoyaltyStatement.Outcome.CORRECTED));
        assertThat(closed.asOn(FINAL_ON)).isEqualTo(closed);
    }

    @Test
    void refusesWhatItsStateDoesNotAllow() {
        RoyaltyStatement disputed =
                issued.dispute(LINE, "WRONG_AMOUNT", DISPUTED_ON).next();

        assertIllegal(() -> issued.issue(euros("1.00"), 1, ISSUED_ON));
        assertIllegal(() -> draft.dispute(LINE, "OTHER", ISSUED_ON));
        assertIllegal(() -> draft.finalise(ISSUED_ON));
        assertIllegal(() -> disputed.finalise(FINAL_ON));
        assertThatThrownBy(() -> issued.resolve(LINE, null, RESOLVED_ON)).isInstanceOf(Refusal.class);
        assertThat(disputed.dispute(LINE, "OTHER", RESOLVED_ON).event()).isNull();
    }

    @Test
    void isCorrectedByAtMostWhatTheLineSays() {
        RoyaltyLine line = RoyaltyLine.fee(RoyaltyLine.Kind.FIXED_FEE, euros("300.00"), 1, ISSUED_ON);
        RoyaltyLine earlier = RoyaltyLine.correcting(line, 1, euros("-100.00"), RESOLVED_ON);
        RoyaltyLine givenBack = RoyaltyLine.fee(RoyaltyLine.Kind.FIXED_FEE, euros("-30.00"), 1, ISSUED_ON);

        for (String wrong : List.of("0.00", "-300.01", "-100000.00", "300.01")) {
            assertThat(refused(line, List.of(), wrong).message()).contains("-300.00", " 300.00");
        }
        assertThat(refused(line, List.of(earlier), "-200.01").field()).isEqualTo("correction.amount");
        refused(givenBack, List.of(), "30.01");
        line.checkCorrection(List.of(), new BigDecimal("-300.00"));
        line.checkCorrection(List.of(), new BigDecimal("300.00"));
        line.checkCorrection(List.of(earlier), new BigDecimal("-200.00"));
        givenBack.checkCorrection(List.of(), new BigDecimal("30.00"));
    }

    private static Refusal.FieldError refused(RoyaltyLine line, List<RoyaltyLine> earlier, String amount) {
        return catchThrowableOfType(Refusal.class, () -> line.checkCorrection(earlier, new BigDecimal(amount)))
                .errors()
                .getFirst();
    }

    private static void assertIllegal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.slug()).isEqualTo("illegal-move"));
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
