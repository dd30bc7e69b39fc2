package io.hairline.headoffice.settlement;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;
import static io.hairline.contracts.headoffice.Role.REGION_MANAGER;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.settlement.Netting.Position;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class SettlementController {

    private static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";

    private final SettlementLedger ledger;
    private final ClinicDirectory clinics;
    private final Callers callers;

    SettlementController(SettlementLedger ledger, ClinicDirectory clinics, Callers callers) {
        this.ledger = ledger;
        this.clinics = clinics;
        this.callers = callers;
    }

    /**
     * What one clinic owes another.
     *
     * @param servicingClinicId the one of the two that did the work, or in which the prepaid money was used
     * @param about the appointment, course or payment that it is owed for; absent in entries of before it was kept
     */
    record Entry(
            String id,
            SettlementEntry.Kind kind,
            ClinicId debtorId,
            ClinicId creditorId,
            ClinicId servicingClinicId,
            Money amount,
            LocalDate day,
            Instant at,
            @Nullable String about,
            String subject,
            long version) {
        static Entry of(SettlementEntry it) {
            return new Entry(
                    it.id(),
                    it.kind(),
                    it.debtorId(),
                    it.creditorId(),
                    it.servicingClinicId(),
                    Netting.money(it.units(), it.currency()),
                    it.day(),
                    it.at(),
                    it.about(),
                    it.subject(),
                    it.version());
        }
    }

    /**
     * A month between the clinics.
     *
     * @param netted what is left to get (positive) or to pay (negative)
     * @param sum of all clinics' positions, for each currency in which anything was owed: always 0
     */
    record Settlement(String month, List<Entry> entries, List<Position> netted, List<Money> sum) {}

    /** A free touch-up of another clinic's course. */
    record FreeTouchUp(
            AppointmentId appointmentId,
            @Nullable TouchUpId touchUpId,
            @Nullable ClinicId soldIn,
            @Nullable ClinicId treatedIn,
            @Nullable LocalDate day,
            Money credit) {}

    /** The free touch-ups of a month. */
    record Fairness(String month, List<FreeTouchUp> touchUps) {}

    /** Of a manager's clinics their own entries and positions; the sum is always of all clinics. */
    @GetMapping("/settlements")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Settlement settlement(@RequestParam String month) {
        Optional<Set<ClinicId>> reach = reach(month);
        List<SettlementEntry> all = ledger.entries(month);
        List<Position> netted = Netting.net(all);
        return new Settlement(
                month,
                all.stream()
                        .filter(it -> reaches(reach, it.debtorId()) || reaches(reach, it.creditorId()))
                        .map(Entry::of)
                        .toList(),
                netted.stream().filter(it -> reaches(reach, it.clinicId())).toList(),
                Netting.sums(all, netted));
    }

    @GetMapping("/touch-up-fairness")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Fairness fairness(@RequestParam String month) {
        Optional<Set<ClinicId>> reach = reach(month);
        return new Fairness(
                month,
                ledger.freeTouchUps(month).stream()
                        .filter(it -> reaches(reach, it.soldIn()) || reaches(reach, it.treatedIn()))
                        .map(it -> new FreeTouchUp(
                                it.id(),
                                it.touchUpId(),
                                it.soldIn(),
                                it.treatedIn(),
                                it.day(),
                                Entry.of(ledger.credited(it)).amount()))
                        .toList());
    }

    private Optional<Set<ClinicId>> reach(String month) {
        Caller caller = callers.current();
        caller.require(HEAD_OFFICE, REGION_MANAGER, CLINIC_MANAGER);
        if (!month.matches(MONTH)) {
            throw Refusal.input("month", "must be a month such as 2026-10");
        }
        return clinics.reach(caller, HEAD_OFFICE, REGION_MANAGER, CLINIC_MANAGER);
    }

    private static boolean reaches(Optional<Set<ClinicId>> reach, @Nullable ClinicId clinic) {
        return reach.isEmpty() || (clinic != null && reach.get().contains(clinic));
    }
}
