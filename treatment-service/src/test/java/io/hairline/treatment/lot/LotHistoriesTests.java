package io.hairline.treatment.lot;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.LotId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.treatment.TreatmentEvent.LotDisposed;
import io.hairline.contracts.treatment.TreatmentEvent.LotDrawn;
import io.hairline.contracts.treatment.TreatmentEvent.LotOpened;
import io.hairline.contracts.treatment.TreatmentEvent.LotTransferred;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Anything that people may do with a lot, in any order and on any day: nothing is lost, and nothing is used that may not be. */
class LotHistoriesTests {

    private static final int LOTS = 2_000;
    private static final int STEPS = 25;
    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 6, 28);
    private static final SessionId SESSION = new SessionId(Ids.next(SessionId.PREFIX));
    private static final ClinicId HERE = new ClinicId(Ids.next(ClinicId.PREFIX));
    private static final ClinicId THERE = new ClinicId(Ids.next(ClinicId.PREFIX));
    private static final LotId SENT = new LotId(Ids.next(LotId.PREFIX));

    private final Random random = new Random(21);
    private Instant moment = Instant.parse("2027-01-01T10:00:00Z");

    @Test
    void neverHaveLessThanNothingAndAccountForEveryDrop() {
        int done = 0;
        int refused = 0;
        for (int number = 0; number < LOTS; number++) {
            boolean recalled = random.nextInt(8) == 0;
            Lot lot = Lot.receive(new LotId(Ids.next(LotId.PREFIX)), delivery()).next();
            BigDecimal gone = BigDecimal.ZERO;
            LocalDate day = FIRST_DAY;
            for (int step = 0; step < STEPS; step++) {
                day = day.plusDays(random.nextInt(15));
                LotStatus before = lot.statusOn(day, recalled);
                Change<Lot> change = tried(lot, day, before);
                if (change == null) {
                    refused++;
                    continue;
                }
                done++;
                Lot next = change.next();
                gone = gone.add(leftWith(change.event())).add(thrownAway(change.event(), lot, day));
                assertThat(next.version()).isEqualTo(lot.version() + 1);
                assertThat(next.remainingMillilitres()).isNotNegative();
                assertThat(next.remainingMillilitres().add(gone))
                        .as("what came of it")
                        .isEqualByComparingTo(next.millilitres());
                if (next.closedMillilitres() != null) {
                    assertThat(next.closedMillilitres()).isBetween(BigDecimal.ZERO, next.remainingMillilitres());
                }
                if (isUse(change.event())) {
                    assertThat(before).isIn(LotStatus.RECEIVED, LotStatus.IN_USE);
                    assertThat(recalled).isFalse();
                    assertThat(day).isBeforeOrEqualTo(LAST_DAY);
                }
                assertThat(next.statusOn(day, recalled) == LotStatus.EMPTY).isEqualTo(next.status() == LotStatus.EMPTY);
                assertThat(before == LotStatus.DISPOSED)
                        .as("changed after its end")
                        .isFalse();
                lot = next;
            }
        }
        assertThat(done).isGreaterThan(5_000);
        assertThat(refused).isGreaterThan(5_000);
    }

    /** What a lot was from an instant on. */
    private record Since(Instant at, LotStatus status) {}

    /** What can't be used any more is nameable only if that came after the session's start, and it wasn't in quarantine then. */
    @Test
    void areNameableBySessionsThatBeganBeforeTheyWereHeldBack() {
        int held = 0;
        int late = 0;
        for (int number = 0; number < LOTS; number++) {
            Lot lot = Lot.receive(new LotId(Ids.next(LotId.PREFIX)), delivery()).next();
            List<Since> story = new ArrayList<>();
            story.add(new Since(moment, lot.status()));
            Instant unusable = Instant.MAX;
            for (int step = 0; step < STEPS; step++) {
                moment = moment.plusSeconds(1 + random.nextInt(3));
                Change<Lot> change = tried(lot, FIRST_DAY, lot.statusOn(FIRST_DAY, false));
                if (change != null) {
                    unusable = lot.status().isUsable() ? moment : unusable;
                    lot = change.next();
                    story.add(new Since(moment, lot.status()));
                }
                Instant began = story.getFirst().at().plusSeconds(random.nextInt(3 * STEPS));
                if (began.isAfter(moment)) {
                    continue;
                }
                LotStatus then = story.stream()
                        .filter(it -> !it.at().isAfter(began))
                        .toList()
                        .getLast()
                        .status();
                boolean nameable = lot.statusFor(began, FIRST_DAY, false).isUsable();
                boolean sinceThen = !lot.status().isUsable() && unusable.isAfter(began);
                assertThat(nameable)
                        .as("%s for %s", story, began)
                        .isEqualTo(lot.status().isUsable() || (sinceThen && then != LotStatus.QUARANTINED));
                held += sinceThen && then == LotStatus.QUARANTINED ? 1 : 0;
                late += sinceThen && nameable ? 1 : 0;
            }
        }
        assertThat(held).isGreaterThan(100);
        assertThat(late).isGreaterThan(500);
    }

    private Instant now() {
        return moment;
    }

    private @Nullable Change<Lot> tried(Lot lot, LocalDate day, LotStatus now) {
        try {
            return something(lot, day, now);
        } catch (Refusal _) {
            return null;
        }
    }

    private Change<Lot> something(Lot lot, LocalDate day, LotStatus now) {
        BigDecimal amount = amount();
        return switch (random.nextInt(8)) {
            case 0 -> lot.replenish(delivery());
            case 1 -> lot.open(day, now);
            case 2 -> lot.quarantine(QuarantineReason.OTHER, now());
            case 3 -> lot.release(now());
            case 4 -> random.nextInt(4) > 0 ? lot.release(now()) : lot.dispose(DisposalReason.OTHER, now());
            case 5 -> lot.on(day).transfer(THERE, SENT, amount, now, now());
            case 6 -> lot.correct(lot.label(), lot.millilitres().add(amount), "Counted anew", "per_1", now, now());
            default -> lot.openedBy(day, amount).draw(SESSION, LotKind.PIGMENT, amount, now, now());
        };
    }

    private static boolean isUse(@Nullable DomainEvent event) {
        return event instanceof LotDrawn || event instanceof LotTransferred || event instanceof LotOpened;
    }

    private static BigDecimal leftWith(@Nullable DomainEvent event) {
        return switch (event) {
            case LotDrawn it -> it.millilitres();
            case LotTransferred it -> it.millilitres();
            case LotDisposed it -> it.millilitres();
            case null, default -> BigDecimal.ZERO;
        };
    }

    /** An opened bottle whose days are over is left aside when a closed one is used. */
    private static BigDecimal thrownAway(@Nullable DomainEvent event, Lot before, LocalDate day) {
        return isUse(event)
                ? before.remainingMillilitres().subtract(before.on(day).remainingMillilitres())
                : BigDecimal.ZERO;
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(1 + random.nextInt(400), 2);
    }

    private Delivery delivery() {
        return new Delivery(
                HERE,
                LotKind.PIGMENT,
                "Maker",
                "Graphite",
                "CI 77266",
                "G1",
                LAST_DAY,
                amount(),
                30,
                random.nextInt(5) == 0 ? FIRST_DAY : null,
                Map.of());
    }
}
