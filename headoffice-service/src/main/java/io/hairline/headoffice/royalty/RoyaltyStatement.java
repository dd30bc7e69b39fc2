package io.hairline.headoffice.royalty;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.RoyaltyStatementId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoyaltyDisputeResolved;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoyaltyLineDisputed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoyaltyStatementDrafted;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoyaltyStatementFinalised;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoyaltyStatementIssued;
import io.hairline.headoffice.royalty.base.RoyaltyEntry;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What one clinic owes for one month. Its lines are counted anew while it is a draft, and fixed when it is issued.
 *
 * @param month such as {@code 2026-10}, of the clinic's local days
 * @param total with all corrections; absent in a draft
 * @param issuedOn a local day of the clinic, as the other days are
 */
@Document("royalty_statements")
@TypeAlias("royaltyStatement")
record RoyaltyStatement(
        @Id RoyaltyStatementId id,
        long version,
        ClinicId clinicId,
        String month,
        String currency,
        int ruleVersion,
        Status status,
        @Nullable Money total,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate finalOn,
        List<Dispute> disputes)
        implements Aggregate {

    enum Status {
        DRAFT,
        ISSUED,
        DISPUTED,
        FINAL
    }

    /** How a disputed line was decided. */
    enum Outcome {
        UPHELD,
        CORRECTED
    }

    /** A line that the clinic says is wrong. */
    record Dispute(
            String lineId,
            String reasonCode,
            LocalDate openedOn,
            @Nullable Outcome outcome,
            @Nullable LocalDate resolvedOn) {

        /** Before it was decided. */
        private Dispute opened() {
            return new Dispute(lineId, reasonCode, openedOn, null, null);
        }

        boolean isOpenOn(LocalDate day) {
            return !openedOn.isAfter(day) && (resolvedOn == null || resolvedOn.isAfter(day));
        }
    }

    RoyaltyStatement {
        disputes = List.copyOf(disputes);
    }

    static Change<RoyaltyStatement> draft(
            RoyaltyStatementId id, ClinicId clinic, YearMonth month, String currency, int ruleVersion) {
        return Change.to(
                new RoyaltyStatement(
                        id,
                        1,
                        clinic,
                        month.toString(),
                        currency,
                        ruleVersion,
                        Status.DRAFT,
                        null,
                        null,
                        null,
                        List.of()),
                new RoyaltyStatementDrafted(id, clinic, month.toString(), currency, ruleVersion));
    }

    /**
     * Of what no statement has yet: the month's own entries, and late ones of months that are closed.
     *
     * @param closed months whose lines are fixed
     */
    List<RoyaltyEntry> open(List<RoyaltyEntry> unbilled, Set<String> closed) {
        return unbilled.stream()
                .filter(it -> it.month().equals(month) || closed.contains(it.month()))
                .filter(it -> it.currency().equals(currency))
                .toList();
    }

    boolean isDraft() {
        return status == Status.DRAFT;
    }

    /** The same version, billed by other terms than those it was drafted by. */
    RoyaltyStatement under(int rule) {
        return new RoyaltyStatement(
                id, version, clinicId, month, currency, rule, status, total, issuedOn, finalOn, disputes);
    }

    Change<RoyaltyStatement> issue(Money sum, int lineCount, LocalDate today) {
        if (!isDraft()) {
            throw illegal("It is issued already.");
        }
        return Change.to(
                next(Status.ISSUED, sum, today, null, disputes),
                new RoyaltyStatementIssued(id, clinicId, month, sum, lineCount));
    }

    Change<RoyaltyStatement> dispute(String lineId, String reasonCode, LocalDate today) {
        if (status != Status.ISSUED && status != Status.DISPUTED) {
            throw illegal("Only lines of a statement that is issued and not final can be disputed.");
        }
        if (open(lineId).isPresent()) {
            return Change.none(this);
        }
        List<Dispute> all = new ArrayList<>(disputes);
        all.add(new Dispute(lineId, reasonCode, today, null, null));
        return Change.to(
                next(Status.DISPUTED, total, issuedOn, null, all),
                new RoyaltyLineDisputed(id, clinicId, lineId, reasonCode));
    }

    /**
     * Decides a dispute.
     *
     * @param correction what is added to the sum; absent if the line stands
     */
    Change<RoyaltyStatement> resolve(String lineId, @Nullable Money correction, LocalDate today) {
        Dispute open = open(lineId)
                .orElseThrow(() -> Refusal.input("lineId", "must be a line of this statement that is in dispute"));
        Outcome outcome = correction == null ? Outcome.UPHELD : Outcome.CORRECTED;
        List<Dispute> all = disputes.stream()
                .map(it ->
                        it.equals(open) ? new Dispute(it.lineId(), it.reasonCode(), it.openedOn(), outcome, today) : it)
                .toList();
        boolean settled = all.stream().noneMatch(it -> it.resolvedOn() == null);
        Money sum = sum();
        Money nextSum = correction == null ? sum : new Money(sum.amount().add(correction.amount()), currency);
        return Change.to(
                next(settled ? Status.ISSUED : Status.DISPUTED, nextSum, issuedOn, null, all),
                new RoyaltyDisputeResolved(id, clinicId, lineId, outcome.name(), correction));
    }

    Change<RoyaltyStatement> finalise(LocalDate today) {
        if (status == Status.FINAL) {
            return Change.none(this);
        }
        if (status != Status.ISSUED) {
            throw illegal("Only a statement that is issued and has no open dispute can become final.");
        }
        return Change.to(
                next(Status.FINAL, total, issuedOn, today, disputes),
                new RoyaltyStatementFinalised(id, clinicId, month, sum()));
    }

    /** Whether its lines were fixed at the end of a local day. */
    boolean isIssuedOn(LocalDate day) {
        return issuedOn != null && !issuedOn.isAfter(day);
    }

    /** How it stood at the end of a local day. */
    Status statusOn(LocalDate day) {
        if (!isIssuedOn(day)) {
            return Status.DRAFT;
        }
        if (finalOn != null && !finalOn.isAfter(day)) {
            return Status.FINAL;
        }
        return disputes.stream().anyMatch(it -> it.isOpenOn(day)) ? Status.DISPUTED : Status.ISSUED;
    }

    /** What was known of it at the end of a local day, without what came later; its total is that of now. */
    RoyaltyStatement asOn(LocalDate day) {
        return new RoyaltyStatement(
                id,
                version,
                clinicId,
                month,
                currency,
                ruleVersion,
                statusOn(day),
                isIssuedOn(day) ? total : null,
                isIssuedOn(day) ? issuedOn : null,
                finalOn == null || finalOn.isAfter(day) ? null : finalOn,
                disputes.stream()
                        .filter(it -> !it.openedOn().isAfter(day))
                        .map(it -> it.isOpenOn(day) ? it.opened() : it)
                        .toList());
    }

    int corrections() {
        return (int) disputes.stream()
                .filter(it -> it.outcome() == Outcome.CORRECTED)
                .count();
    }

    private Money sum() {
        Money sum = total;
        if (sum == null) {
            throw new IllegalStateException("An issued statement has a total: " + id);
        }
        return sum;
    }

    private Optional<Dispute> open(String lineId) {
        return disputes.stream()
                .filter(it -> it.lineId().equals(lineId) && it.resolvedOn() == null)
                .findFirst();
    }

    private static Refusal illegal(String detail) {
        return Refusal.state("illegal-move", detail);
    }

    private RoyaltyStatement next(
            Status nextStatus,
            @Nullable Money nextTotal,
            @Nullable LocalDate nextIssuedOn,
            @Nullable LocalDate nextFinalOn,
            List<Dispute> nextDisputes) {
        return new RoyaltyStatement(
                id,
                version + 1,
                clinicId,
                month,
                currency,
                ruleVersion,
                nextStatus,
                nextTotal,
                nextIssuedOn,
                nextFinalOn,
                nextDisputes);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
