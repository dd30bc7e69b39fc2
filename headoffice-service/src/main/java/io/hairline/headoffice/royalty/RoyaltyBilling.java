package io.hairline.headoffice.royalty;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.RoyaltyAgreementId;
import io.hairline.contracts.RoyaltyStatementId;
import io.hairline.contracts.headoffice.RoyaltyTerms;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.royalty.RoyaltyAgreement.DatedTerms;
import io.hairline.headoffice.royalty.base.RoyaltyEntries;
import io.hairline.headoffice.royalty.base.RoyaltyEntry;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.work.DueWork;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Agrees terms, drafts and issues statements, and decides disputes; days are the clinic's own. */
@Service
public class RoyaltyBilling {

    private final EventLog eventLog;
    private final RoyaltyAgreements agreements;
    private final RoyaltyStatements statements;
    private final RoyaltyEntries entries;
    private final ClinicDirectory clinics;
    private final DueWork dueWork;
    private final Clock clock;

    RoyaltyBilling(
            EventLog eventLog,
            RoyaltyAgreements agreements,
            RoyaltyStatements statements,
            RoyaltyEntries entries,
            ClinicDirectory clinics,
            DueWork dueWork,
            Clock clock) {
        this.eventLog = eventLog;
        this.agreements = agreements;
        this.statements = statements;
        this.entries = entries;
        this.clinics = clinics;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /**
     * A statement and its lines, as they were known on a day.
     *
     * @param on the clinic's local day at whose end this was known
     */
    record Known(RoyaltyStatement statement, LocalDate on, Money total, List<RoyaltyLine> lines) {}

    public void agree(ClinicId clinicId, LocalDate from, RoyaltyTerms terms) {
        agree(null, clinicId, from, terms);
    }

    /** @param ifMatch the version that the caller has seen, {@code "0"} where nothing was agreed yet; absent to agree over any */
    RoyaltyAgreement agree(@Nullable String ifMatch, ClinicId clinicId, LocalDate from, RoyaltyTerms terms) {
        Clinic clinic = clinic(clinicId);
        RoyaltyAgreementId idIfFirst = new RoyaltyAgreementId(Ids.next(RoyaltyAgreementId.PREFIX));
        try {
            return record(idIfFirst, ifMatch, clinic, from, terms);
        } catch (DuplicateKeyException _) {
            throw new Refusal(
                    Refusal.Kind.STALE,
                    "stale-version",
                    "The clinic's first terms have just been agreed. Read them and decide anew.");
        }
    }

    private RoyaltyAgreement record(
            RoyaltyAgreementId idIfFirst, @Nullable String ifMatch, Clinic clinic, LocalDate from, RoyaltyTerms terms) {
        ClinicId clinicId = clinic.id();
        return eventLog.record(RoyaltyAgreement.class, () -> {
            if (statements.issuedMonths(clinicId).stream()
                    .anyMatch(it -> !YearMonth.parse(it).atDay(1).isBefore(from))) {
                throw Refusal.input("from", "must be after the months whose statements are issued");
            }
            dueWork.at(clock.instant(), RoyaltyDrafting.KIND, clinicId.value());
            RoyaltyAgreement current = agreements
                    .findByClinicId(clinicId)
                    .orElseGet(() -> RoyaltyAgreement.none(
                            idIfFirst, clinicId, clinic.place().currency()));
            Preconditions.check(ifMatch, current);
            return current.agree(from, terms, today(clinic));
        });
    }

    /** Drafts what is over and has no statement yet; asks to be called again when the running month is over. */
    void draftFinishedMonths(ClinicId clinicId) {
        Clinic clinic = clinic(clinicId);
        RoyaltyAgreement agreement = agreements.findByClinicId(clinicId).orElseThrow(Refusal::notFound);
        Set<String> known =
                statements.of(clinicId).stream().map(RoyaltyStatement::month).collect(Collectors.toSet());
        YearMonth running = YearMonth.from(today(clinic));
        LocalDate closedFrom = clinic.closedFrom();
        YearMonth end = closedFrom == null
                ? running
                : YearMonth.from(closedFrom.minusDays(1)).plusMonths(1);
        for (YearMonth month = YearMonth.from(agreement.begin());
                month.isBefore(running) && (closedFrom == null || month.isBefore(end));
                month = month.plusMonths(1)) {
            if (!known.contains(month.toString())) {
                draft(agreement, month);
            }
        }
        dueWork.at(
                running.plusMonths(1)
                        .atDay(1)
                        .atStartOfDay(clinic.place().zoneId())
                        .toInstant(),
                RoyaltyDrafting.KIND,
                clinicId.value());
    }

    private void draft(RoyaltyAgreement agreement, YearMonth month) {
        RoyaltyStatementId id = new RoyaltyStatementId(Ids.next(RoyaltyStatementId.PREFIX));
        int ruleVersion = rule(agreement, month).ruleVersion();
        eventLog.record(
                RoyaltyStatement.class,
                () -> RoyaltyStatement.draft(id, agreement.clinicId(), month, agreement.currency(), ruleVersion));
    }

    RoyaltyStatement issue(RoyaltyStatementId id, @Nullable String ifMatch) {
        return eventLog.record(RoyaltyStatement.class, () -> {
            RoyaltyStatement statement = underItsTerms(checked(id, ifMatch));
            LocalDate today = today(clinic(statement.clinicId()));
            if (statements.of(statement.clinicId()).stream()
                    .anyMatch(it -> it.isDraft() && it.month().compareTo(statement.month()) < 0)) {
                throw Refusal.state(
                        "earlier-month-open", "An earlier month of this clinic is a draft. Issue that one first.");
            }
            List<RoyaltyEntry> billed = open(statement, null);
            List<RoyaltyLine> lines = RoyaltyCalculation.lines(rule(statement), statement.currency(), billed, today);
            var issued = statement.issue(RoyaltyCalculation.sum(statement.currency(), lines), lines.size(), today);
            statements.add(id, lines);
            entries.bill(billed, id);
            return issued;
        });
    }

    RoyaltyStatement dispute(RoyaltyStatementId id, @Nullable String ifMatch, String lineId, String reasonCode) {
        return eventLog.record(RoyaltyStatement.class, () -> {
            RoyaltyStatement statement = checked(id, ifMatch);
            if (!statement.isDraft() && statements.line(id, lineId).isEmpty()) {
                throw Refusal.input("lineId", "must be a line of this statement");
            }
            return statement.dispute(lineId, reasonCode, today(clinic(statement.clinicId())));
        });
    }

    RoyaltyStatement resolve(
            RoyaltyStatementId id, @Nullable String ifMatch, String lineId, @Nullable Money correction) {
        return eventLog.record(RoyaltyStatement.class, () -> {
            RoyaltyStatement statement = checked(id, ifMatch);
            if (correction != null && !correction.currency().equals(statement.currency())) {
                throw Refusal.input("correction.currency", "must be the currency " + statement.currency());
            }
            LocalDate today = today(clinic(statement.clinicId()));
            var resolved = statement.resolve(lineId, correction, today);
            if (correction != null) {
                RoyaltyLine wrong = statements.line(id, lineId).orElseThrow(Refusal::notFound);
                wrong.checkCorrection(statements.correctionsOf(id, lineId), correction.amount());
                statements.add(
                        id, List.of(RoyaltyLine.correcting(wrong, statement.corrections() + 1, correction, today)));
            }
            return resolved;
        });
    }

    RoyaltyStatement finalise(RoyaltyStatementId id, @Nullable String ifMatch) {
        return eventLog.record(RoyaltyStatement.class, () -> {
            RoyaltyStatement statement = checked(id, ifMatch);
            return statement.finalise(today(clinic(statement.clinicId())));
        });
    }

    /**
     * What was known of a statement at the end of a local day. Before it was issued that is what its draft said then: of the
     * events of these days, by the terms agreed by then, beside the statements that were issued by then.
     *
     * @param asKnownOn absent for today
     */
    Known known(RoyaltyStatementId id, @Nullable LocalDate asKnownOn) {
        RoyaltyStatement then = asKnown(statements.require(id), asKnownOn);
        LocalDate today = today(clinic(then.clinicId()));
        LocalDate day = asKnownOn == null || asKnownOn.isAfter(today) ? today : asKnownOn;
        if (!then.isDraft()) {
            return known(
                    then,
                    day,
                    statements.lines(id).stream()
                            .filter(it -> !it.knownOn().isAfter(day))
                            .toList());
        }
        DatedTerms rule =
                agreement(then).on(YearMonth.parse(then.month()).atDay(1), day).orElseThrow(Refusal::notFound);
        List<RoyaltyEntry> entriesThen = open(then, asKnownOn).stream()
                .filter(it -> asKnownOn == null || !it.day().isAfter(asKnownOn))
                .toList();
        return known(
                then.under(rule.ruleVersion()), day, RoyaltyCalculation.lines(rule, then.currency(), entriesThen, day));
    }

    private static RoyaltyStatement asKnown(RoyaltyStatement statement, @Nullable LocalDate on) {
        return on == null ? statement : statement.asOn(on);
    }

    private static Known known(RoyaltyStatement statement, LocalDate on, List<RoyaltyLine> lines) {
        return new Known(
                statement,
                on,
                RoyaltyCalculation.sum(statement.currency(), lines),
                lines.stream().sorted(RoyaltyLine.IN_READING_ORDER).toList());
    }

    /** Those of these appointments for which clients paid something that they have not got back. */
    public Set<AppointmentId> paidFor(Set<AppointmentId> appointments) {
        return entries.paidFor(appointments);
    }

    /** @param asKnownOn the day by whose end other statements of the clinic must have been issued; absent for today */
    private List<RoyaltyEntry> open(RoyaltyStatement statement, @Nullable LocalDate asKnownOn) {
        List<RoyaltyStatement> all = statements.of(statement.clinicId()).stream()
                .map(it -> asKnown(it, asKnownOn))
                .toList();
        List<RoyaltyStatementId> drafts = all.stream()
                .filter(RoyaltyStatement::isDraft)
                .map(RoyaltyStatement::id)
                .toList();
        Set<String> closed = all.stream()
                .filter(Predicate.not(RoyaltyStatement::isDraft))
                .map(RoyaltyStatement::month)
                .collect(Collectors.toSet());
        return statement.open(entries.unbilled(statement.clinicId(), statement.month(), drafts), closed);
    }

    /** Terms may have been agreed anew since it was drafted. */
    private RoyaltyStatement underItsTerms(RoyaltyStatement statement) {
        return statement.isDraft() ? statement.under(rule(statement).ruleVersion()) : statement;
    }

    private DatedTerms rule(RoyaltyStatement statement) {
        return rule(agreement(statement), YearMonth.parse(statement.month()));
    }

    private RoyaltyAgreement agreement(RoyaltyStatement statement) {
        return agreements.findByClinicId(statement.clinicId()).orElseThrow(Refusal::notFound);
    }

    private static DatedTerms rule(RoyaltyAgreement agreement, YearMonth month) {
        return agreement.on(month.atDay(1)).orElseThrow(Refusal::notFound);
    }

    private RoyaltyStatement checked(RoyaltyStatementId id, @Nullable String ifMatch) {
        RoyaltyStatement statement = statements.require(id);
        Preconditions.check(ifMatch, statement);
        return statement;
    }

    private Clinic clinic(ClinicId id) {
        return clinics.find(id).orElseThrow(() -> Refusal.input("clinicId", "is no clinic of the brand"));
    }

    private LocalDate today(Clinic clinic) {
        return LocalDate.ofInstant(clock.instant(), clinic.place().zoneId());
    }
}
