package io.hairline.contracts.headoffice;

import io.hairline.contracts.AlertRuleId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.EmergencyAccessId;
import io.hairline.contracts.KeptData;
import io.hairline.contracts.LicenceId;
import io.hairline.contracts.Money;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.PersonId;
import io.hairline.contracts.PolicyId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.RoyaltyAgreementId;
import io.hairline.contracts.RoyaltyStatementId;
import io.hairline.contracts.ServiceId;
import io.hairline.contracts.TrainingId;
import io.hairline.contracts.wire.WireName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What head office tells the franchise. */
public sealed interface HeadOfficeEvent extends DomainEvent {
    /**
     * What this service holds of a client is erased, except for what it is bound to keep.
     *
     * @param erased codes of what was there and is gone
     * @param kept what is still there
     */
    @WireName("headoffice.ClientDataErased.v1")
    record ClientDataErased(ClientId clientId, List<String> erased, List<KeptData> kept) implements HeadOfficeEvent {
        public ClientDataErased {
            erased = List.copyOf(erased);
            kept = List.copyOf(kept);
        }

        @Override
        public String subject() {
            return clientId.value();
        }
    }

    @WireName("headoffice.RegionOpened.v1")
    record RegionOpened(RegionId regionId, String code, String name) implements OfRegion {}

    @WireName("headoffice.RegionRenamed.v1")
    record RegionRenamed(RegionId regionId, String name) implements OfRegion {}

    @WireName("headoffice.OwnerSigned.v1")
    record OwnerSigned(OwnerId ownerId, String code, String companyName) implements OfOwner {}

    @WireName("headoffice.OwnerRenamed.v1")
    record OwnerRenamed(OwnerId ownerId, String companyName) implements OfOwner {}

    /**
     * A clinic joins the brand.
     *
     * @param jurisdiction where its practitioners must be licensed, such as {@code US-NY} or {@code GB-LND}
     * @param currency ISO 4217
     * @param zone IANA name
     * @param address of the premises, public, one line
     * @param phone of the front desk, public, E.164
     */
    @WireName("headoffice.ClinicOpened.v1")
    record ClinicOpened(
            ClinicId clinicId,
            String code,
            String name,
            RegionId regionId,
            OwnerId ownerId,
            String jurisdiction,
            String zone,
            String currency,
            double latitude,
            double longitude,
            List<Hours> openingHours,
            @Nullable String address,
            @Nullable String phone)
            implements OfClinic {
        public ClinicOpened {
            openingHours = List.copyOf(openingHours);
        }
    }

    /**
     * How a clinic is called and where it is found; each field as it is from now on.
     *
     * @param address of the premises, public, one line
     * @param phone of the front desk, public, E.164
     */
    @WireName("headoffice.ClinicDetailsChanged.v1")
    record ClinicDetailsChanged(
            ClinicId clinicId,
            String name,
            @Nullable String address,
            @Nullable String phone,
            double latitude,
            double longitude)
            implements OfClinic {}

    /** What was entered wrongly when the clinic opened, as it should have been; nothing was booked or taken there before. */
    @WireName("headoffice.ClinicSetupCorrected.v1")
    record ClinicSetupCorrected(ClinicId clinicId, String code, String zone, String currency) implements OfClinic {}

    /** The clinic belongs to this region and this owner from now on; the roles of the region reach it at once. */
    @WireName("headoffice.ClinicReassigned.v1")
    record ClinicReassigned(ClinicId clinicId, RegionId regionId, OwnerId ownerId) implements OfClinic {}

    /**
     * The clinic will belong to this region and this owner; {@link ClinicReassigned} tells on the day that it does. A plan
     * for the same day or an earlier one replaces the plans there were.
     *
     * @param from the first local day of the clinic
     */
    @WireName("headoffice.ClinicMovePlanned.v1")
    record ClinicMovePlanned(ClinicId clinicId, RegionId regionId, OwnerId ownerId, LocalDate from)
            implements OfClinic {}

    /**
     * The clinic closes for good.
     *
     * @param from the first local day on which nobody is treated there any more
     */
    @WireName("headoffice.ClinicClosed.v1")
    record ClinicClosed(ClinicId clinicId, LocalDate from, String reasonCode) implements OfClinic {}

    /** A closing was taken back: the clinic is open by its weekly hours. */
    @WireName("headoffice.ClinicReopened.v1")
    record ClinicReopened(ClinicId clinicId) implements OfClinic {}

    /** Whether the clinic offers to numb the skin from now on; it does until this says that it doesn't. */
    @WireName("headoffice.ClinicNumbingChanged.v1")
    record ClinicNumbingChanged(ClinicId clinicId, boolean offered) implements OfClinic {}

    /** The clinic's week from now on, the whole of it. */
    @WireName("headoffice.ClinicHoursChanged.v1")
    record ClinicHoursChanged(ClinicId clinicId, List<Hours> openingHours) implements OfClinic {
        public ClinicHoursChanged {
            openingHours = List.copyOf(openingHours);
        }
    }

    /** The clinic stays shut on one local day. */
    @WireName("headoffice.ClinicDayClosed.v1")
    record ClinicDayClosed(ClinicId clinicId, LocalDate date, String reasonCode) implements OfClinic {}

    /** A day that was closed is open again, by the weekly hours. */
    @WireName("headoffice.ClinicDayReopened.v1")
    record ClinicDayReopened(ClinicId clinicId, LocalDate date) implements OfClinic {}

    @WireName("headoffice.ChairInstalled.v1")
    record ChairInstalled(ClinicId clinicId, ChairId chairId, String name) implements OfClinic {}

    @WireName("headoffice.ChairRenamed.v1")
    record ChairRenamed(ClinicId clinicId, ChairId chairId, String name) implements OfClinic {}

    @WireName("headoffice.ChairRemoved.v1")
    record ChairRemoved(ClinicId clinicId, ChairId chairId) implements OfClinic {}

    /**
     * A clinic gets a device that only one appointment can use at a time.
     *
     * @param kind what services of the catalogue ask for, such as {@code DERMATOSCOPE}
     * @param name by which the clinic's people tell it from others of its kind
     */
    @WireName("headoffice.DeviceInstalled.v1")
    record DeviceInstalled(ClinicId clinicId, DeviceId deviceId, String kind, String name) implements OfClinic {}

    @WireName("headoffice.DeviceRenamed.v1")
    record DeviceRenamed(ClinicId clinicId, DeviceId deviceId, String name) implements OfClinic {}

    /** The clinic has the device no more; nothing can be booked that needs it. */
    @WireName("headoffice.DeviceRemoved.v1")
    record DeviceRemoved(ClinicId clinicId, DeviceId deviceId) implements OfClinic {}

    /**
     * Somebody who treats joins the brand.
     *
     * @param displayName the trade name under which clients book, public by its nature
     * @param serviceCodes what the practitioner is trained for
     */
    @WireName("headoffice.PractitionerJoined.v1")
    record PractitionerJoined(PractitionerId practitionerId, String displayName, List<String> serviceCodes)
            implements OfPractitioner {
        public PractitionerJoined {
            serviceCodes = List.copyOf(serviceCodes);
        }
    }

    @WireName("headoffice.PractitionerSkillsChanged.v1")
    record PractitionerSkillsChanged(PractitionerId practitionerId, List<String> serviceCodes)
            implements OfPractitioner {
        public PractitionerSkillsChanged {
            serviceCodes = List.copyOf(serviceCodes);
        }
    }

    @WireName("headoffice.PractitionerRenamed.v1")
    record PractitionerRenamed(PractitionerId practitionerId, String displayName) implements OfPractitioner {}

    /** A clinic asks for a practitioner of another clinic; nothing changes in the diary yet. */
    @WireName("headoffice.PractitionerAssignmentRequested.v1")
    record PractitionerAssignmentRequested(PractitionerId practitionerId, ClinicId clinicId)
            implements OfPractitionerInClinic {}

    /** The practitioner works in this clinic too: its manager may set the rota there. */
    @WireName("headoffice.PractitionerAssignmentAccepted.v1")
    record PractitionerAssignmentAccepted(PractitionerId practitionerId, ClinicId clinicId)
            implements OfPractitionerInClinic {}

    @WireName("headoffice.PractitionerAssignmentDeclined.v1")
    record PractitionerAssignmentDeclined(PractitionerId practitionerId, ClinicId clinicId)
            implements OfPractitionerInClinic {}

    /** The practitioner leaves this clinic: the rota there is gone, too. */
    @WireName("headoffice.PractitionerAssignmentEnded.v1")
    record PractitionerAssignmentEnded(PractitionerId practitionerId, ClinicId clinicId)
            implements OfPractitionerInClinic {}

    /**
     * A practitioner's weekly plan in one clinic, in that clinic's wall time; an empty one means no work there until
     * the next plan.
     */
    @WireName("headoffice.PractitionerRotaSet.v1")
    record PractitionerRotaSet(PractitionerId practitionerId, ClinicId clinicId, List<Hours> shifts)
            implements OfPractitionerInClinic {
        public PractitionerRotaSet {
            shifts = List.copyOf(shifts);
        }
    }

    /**
     * A practitioner doesn't work from the first of these local days to the last, both included.
     *
     * @param clinicIds the clinics in which this holds; absent if it holds in all of them
     */
    @WireName("headoffice.PractitionerAway.v1")
    record PractitionerAway(
            PractitionerId practitionerId,
            LocalDate from,
            LocalDate until,
            String reasonCode,
            @Nullable List<ClinicId> clinicIds)
            implements OfPractitioner {
        public PractitionerAway {
            clinicIds = clinicIds == null ? null : List.copyOf(clinicIds);
        }
    }

    /**
     * An absence is taken back; its days and clinics are those that were told with {@link PractitionerAway}.
     *
     * @param keptUntil the last day of it that was over and so stays; absent if none was over
     */
    @WireName("headoffice.PractitionerAbsenceWithdrawn.v1")
    record PractitionerAbsenceWithdrawn(
            PractitionerId practitionerId,
            LocalDate from,
            LocalDate until,
            @Nullable List<ClinicId> clinicIds,
            @Nullable LocalDate keptUntil)
            implements OfPractitioner {
        public PractitionerAbsenceWithdrawn {
            clinicIds = clinicIds == null ? null : List.copyOf(clinicIds);
        }
    }

    /**
     * A practitioner may work in a jurisdiction.
     *
     * @param validUntil the last local day it holds
     * @param guest how many days it allows, if it is a guest's; absent if it is a full one
     */
    @WireName("headoffice.LicenceGranted.v1")
    record LicenceGranted(
            LicenceId licenceId,
            PractitionerId practitionerId,
            String jurisdiction,
            LocalDate validFrom,
            LocalDate validUntil,
            @Nullable GuestLimit guest)
            implements OfLicence {

        /** A full one. */
        public LicenceGranted(
                LicenceId licenceId,
                PractitionerId practitionerId,
                String jurisdiction,
                LocalDate validFrom,
                LocalDate validUntil) {
            this(licenceId, practitionerId, jurisdiction, validFrom, validUntil, null);
        }
    }

    /**
     * A licence holds no more, from now on.
     *
     * @param jurisdiction the licence's, absent in events from before it was told
     */
    @WireName("headoffice.LicenceRevoked.v1")
    record LicenceRevoked(
            LicenceId licenceId,
            PractitionerId practitionerId,
            String reasonCode,
            @Nullable String jurisdiction) implements OfLicence {}

    /**
     * A practitioner has done a training. The certificate's number stays in head office.
     *
     * @param jurisdiction where it counts; a country's counts in all its parts
     * @param issuedOn the first local day it holds
     * @param validUntil the last local day it holds
     */
    @WireName("headoffice.TrainingRecorded.v1")
    record TrainingRecorded(
            TrainingId trainingId,
            PractitionerId practitionerId,
            TrainingKind kind,
            String jurisdiction,
            LocalDate issuedOn,
            LocalDate validUntil)
            implements OfTraining {}

    /** A training was entered wrongly; these are its right values. */
    @WireName("headoffice.TrainingCorrected.v1")
    record TrainingCorrected(
            TrainingId trainingId,
            PractitionerId practitionerId,
            TrainingKind kind,
            String jurisdiction,
            LocalDate issuedOn,
            LocalDate validUntil)
            implements OfTraining {}

    /** A training counts no more, from now on. */
    @WireName("headoffice.TrainingWithdrawn.v1")
    record TrainingWithdrawn(TrainingId trainingId, PractitionerId practitionerId, String reasonCode)
            implements OfTraining {}

    /**
     * The brand offers a service, or changes how it does.
     *
     * @param minutes the client's own time
     * @param preparationMinutes the chair's time before it
     * @param cleaningMinutes the chair's time after it
     * @param practitionerExtraMinutes the practitioner's time after it
     * @param listPrice what it costs where {@code prices} has no price in the clinic's currency; zero for what is free
     * @param deviceKind what kind of exclusive device it needs for as long as the chair; absent if none
     * @param prices what it costs by currency, zones, density and numbing; absent if there is the list price alone
     */
    @WireName("headoffice.ServiceOffered.v1")
    record ServiceOffered(
            ServiceId serviceId,
            String code,
            int minutes,
            int preparationMinutes,
            int cleaningMinutes,
            int practitionerExtraMinutes,
            @Nullable Money listPrice,
            @Nullable String deviceKind,
            @Nullable List<ServicePrice> prices)
            implements OfService {

        public ServiceOffered {
            prices = prices == null || prices.isEmpty() ? null : List.copyOf(prices);
        }

        /** A service that needs no device and has one price. */
        public ServiceOffered(
                ServiceId serviceId,
                String code,
                int minutes,
                int preparationMinutes,
                int cleaningMinutes,
                int practitionerExtraMinutes,
                @Nullable Money listPrice) {
            this(
                    serviceId,
                    code,
                    minutes,
                    preparationMinutes,
                    cleaningMinutes,
                    practitionerExtraMinutes,
                    listPrice,
                    null,
                    null);
        }
    }

    /**
     * The brand's layer of the policy, the whole of it.
     *
     * @param from the first local day of each clinic on which it holds; absent in events from before there were layers,
     *     which held at once
     * @param locked the fields that regions and clinics can't change while it holds; absent if none
     */
    @WireName("headoffice.PolicyPublished.v1")
    record PolicyPublished(
            PolicyId policyId,
            BookingPolicy booking,
            @Nullable LocalDate from,
            @Nullable List<String> locked) implements OfPolicy {
        public PolicyPublished {
            locked = locked == null ? null : List.copyOf(locked);
        }

        /** The same as a version of the brand's layer. */
        public PolicyLayer layer(Instant publishedAt) {
            return new PolicyLayer(
                    from == null ? PolicyLayer.atOnce(publishedAt) : from,
                    PolicyValues.of(booking),
                    locked == null ? List.of() : locked);
        }
    }

    /**
     * What a region or a clinic does otherwise than the layers above it.
     *
     * @param regionId set for a region's layer
     * @param clinicId set for a clinic's layer
     * @param layer the whole of the layer from its first day on
     */
    @WireName("headoffice.PolicyLayerPublished.v1")
    record PolicyLayerPublished(
            PolicyId policyId,
            @Nullable RegionId regionId,
            @Nullable ClinicId clinicId,
            PolicyLayer layer) implements OfPolicy {
        @Override
        public @Nullable ClinicId clinic() {
            return clinicId;
        }
    }

    /**
     * What a clinic's owner pays the brand from a month on, until the next terms.
     *
     * @param ruleVersion counts the terms of a clinic from 1; each line of a statement names the one it was made by
     * @param from the first day of the month
     */
    @WireName("headoffice.RoyaltyTermsAgreed.v1")
    record RoyaltyTermsAgreed(
            RoyaltyAgreementId agreementId,
            ClinicId clinicId,
            int ruleVersion,
            LocalDate from,
            String currency,
            RoyaltyTerms terms)
            implements OfRoyalty {
        @Override
        public String subject() {
            return agreementId.value();
        }
    }

    /**
     * A month is over in a clinic and its statement can be looked at; nothing of it is fixed yet.
     *
     * @param month such as {@code 2026-10}
     */
    @WireName("headoffice.RoyaltyStatementDrafted.v1")
    record RoyaltyStatementDrafted(
            RoyaltyStatementId statementId, ClinicId clinicId, String month, String currency, int ruleVersion)
            implements OfRoyaltyStatement {}

    /** The lines of a statement are fixed and the clinic owes their sum. */
    @WireName("headoffice.RoyaltyStatementIssued.v1")
    record RoyaltyStatementIssued(
            RoyaltyStatementId statementId, ClinicId clinicId, String month, Money total, int lineCount)
            implements OfRoyaltyStatement {}

    /** The clinic says that one line is wrong. */
    @WireName("headoffice.RoyaltyLineDisputed.v1")
    record RoyaltyLineDisputed(RoyaltyStatementId statementId, ClinicId clinicId, String lineId, String reasonCode)
            implements OfRoyaltyStatement {}

    /**
     * A disputed line was decided.
     *
     * @param outcomeCode {@code UPHELD}: the line stands; {@code CORRECTED}: a new line corrects it
     * @param correction what the new line adds to the sum; absent if the line stands
     */
    @WireName("headoffice.RoyaltyDisputeResolved.v1")
    record RoyaltyDisputeResolved(
            RoyaltyStatementId statementId,
            ClinicId clinicId,
            String lineId,
            String outcomeCode,
            @Nullable Money correction)
            implements OfRoyaltyStatement {}

    /** A statement is closed; what is found later stands on a later one. */
    @WireName("headoffice.RoyaltyStatementFinalised.v1")
    record RoyaltyStatementFinalised(RoyaltyStatementId statementId, ClinicId clinicId, String month, Money total)
            implements OfRoyaltyStatement {}

    /**
     * The region or head office has looked into an emergency access to a chart; the event's actor is who did.
     *
     * @param outcomeCode {@code JUSTIFIED} or {@code NOT_JUSTIFIED}
     */
    @WireName("headoffice.EmergencyAccessReviewed.v1")
    record EmergencyAccessReviewed(EmergencyAccessId emergencyAccessId, ClinicId clinicId, String outcomeCode)
            implements OfCompliance {
        @Override
        public String subject() {
            return emergencyAccessId.value();
        }
    }

    /**
     * Somebody who works for the brand may log in.
     *
     * @param login what is typed at the log-in page; no name and no address
     */
    @WireName("headoffice.PersonEnrolled.v1")
    record PersonEnrolled(PersonId personId, String login) implements OfPerson {}

    /**
     * A role that a person has from now on, and where.
     *
     * @param regionId set for a {@link Role#REGION_MANAGER}
     * @param clinicId set for the roles of one clinic
     * @param practitionerId set for a {@link Role#PRACTITIONER}: the person's entry in the diary
     */
    @WireName("headoffice.RoleAssigned.v1")
    record RoleAssigned(
            PersonId personId,
            Role role,
            @Nullable RegionId regionId,
            @Nullable ClinicId clinicId,
            @Nullable PractitionerId practitionerId)
            implements OfPerson {}

    @WireName("headoffice.RoleWithdrawn.v1")
    record RoleWithdrawn(
            PersonId personId,
            Role role,
            @Nullable RegionId regionId,
            @Nullable ClinicId clinicId) implements OfPerson {}

    /** What happened to a region. */
    sealed interface OfRegion extends HeadOfficeEvent {
        RegionId regionId();

        @Override
        default String subject() {
            return regionId().value();
        }
    }

    /** What happened to an owner. */
    sealed interface OfOwner extends HeadOfficeEvent {
        OwnerId ownerId();

        @Override
        default String subject() {
            return ownerId().value();
        }
    }

    /** What happened to a clinic. */
    sealed interface OfClinic extends HeadOfficeEvent {
        ClinicId clinicId();

        @Override
        default String subject() {
            return clinicId().value();
        }

        @Override
        default ClinicId clinic() {
            return clinicId();
        }
    }

    /** What happened to a practitioner. */
    sealed interface OfPractitioner extends HeadOfficeEvent {
        PractitionerId practitionerId();

        @Override
        default String subject() {
            return practitionerId().value();
        }
    }

    /** What happened between a practitioner and one clinic. */
    sealed interface OfPractitionerInClinic extends OfPractitioner {
        ClinicId clinicId();

        @Override
        default ClinicId clinic() {
            return clinicId();
        }
    }

    /** What happened to a licence. */
    sealed interface OfLicence extends HeadOfficeEvent {
        LicenceId licenceId();

        @Override
        default String subject() {
            return licenceId().value();
        }
    }

    /** What happened to a training of a practitioner. */
    sealed interface OfTraining extends HeadOfficeEvent {
        TrainingId trainingId();

        PractitionerId practitionerId();

        @Override
        default String subject() {
            return trainingId().value();
        }
    }

    /** What happened to a service of the catalogue. */
    sealed interface OfService extends HeadOfficeEvent {
        ServiceId serviceId();

        @Override
        default String subject() {
            return serviceId().value();
        }
    }

    /**
     * Head office is told when a number of a region's running month crosses a limit.
     *
     * @param key the number's, as the dashboard names it
     * @param regionId where it holds; absent for every region
     * @param above the number may not be more; absent without such a limit
     * @param below the number may not be less; absent likewise
     */
    @WireName("headoffice.AlertRuleSet.v1")
    record AlertRuleSet(
            AlertRuleId ruleId,
            String key,
            @Nullable RegionId regionId,
            @Nullable BigDecimal above,
            @Nullable BigDecimal below)
            implements OfAlertRule {}

    @WireName("headoffice.AlertRuleRemoved.v1")
    record AlertRuleRemoved(AlertRuleId ruleId) implements OfAlertRule {}

    /** A number has crossed its limit. */
    @WireName("headoffice.AlertRaised.v1")
    record AlertRaised(AlertRuleId ruleId, String key, RegionId regionId, BigDecimal value, BigDecimal limit)
            implements OfAlertRule {}

    /**
     * A number is within its limits again.
     *
     * @param value absent where there is no number any more, as in a month that has just begun
     */
    @WireName("headoffice.AlertEnded.v1")
    record AlertEnded(
            AlertRuleId ruleId,
            String key,
            RegionId regionId,
            @Nullable BigDecimal value) implements OfAlertRule {}

    /** What happened to a limit of the dashboard. */
    sealed interface OfAlertRule extends HeadOfficeEvent {
        AlertRuleId ruleId();

        @Override
        default String subject() {
            return ruleId().value();
        }
    }

    /** What happened to a layer of the policy. */
    sealed interface OfPolicy extends HeadOfficeEvent {
        PolicyId policyId();

        @Override
        default String subject() {
            return policyId().value();
        }
    }

    /** What happened between the brand and a clinic's owner about royalties. */
    sealed interface OfRoyalty extends HeadOfficeEvent {
        ClinicId clinicId();

        @Override
        default ClinicId clinic() {
            return clinicId();
        }
    }

    /** What happened to a royalty statement. */
    sealed interface OfRoyaltyStatement extends OfRoyalty {
        RoyaltyStatementId statementId();

        @Override
        default String subject() {
            return statementId().value();
        }
    }

    /** What head office or a region has looked into in a clinic. */
    sealed interface OfCompliance extends HeadOfficeEvent {
        ClinicId clinicId();

        @Override
        default ClinicId clinic() {
            return clinicId();
        }
    }

    /** What happened to somebody who works for the brand. */
    sealed interface OfPerson extends HeadOfficeEvent {
        PersonId personId();

        @Override
        default String subject() {
            return personId().value();
        }
    }
}
