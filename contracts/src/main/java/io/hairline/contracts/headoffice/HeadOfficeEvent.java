package io.hairline.contracts.headoffice;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.LicenceId;
import io.hairline.contracts.Money;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.PersonId;
import io.hairline.contracts.PolicyId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.ServiceId;
import io.hairline.contracts.wire.WireName;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What head office tells the franchise. */
public sealed interface HeadOfficeEvent extends DomainEvent {

    @WireName("headoffice.RegionOpened.v1")
    record RegionOpened(RegionId regionId, String code, String name) implements OfRegion {}

    @WireName("headoffice.OwnerSigned.v1")
    record OwnerSigned(OwnerId ownerId, String code, String companyName) implements OfOwner {}

    /**
     * A clinic joins the brand.
     *
     * @param jurisdiction where its practitioners must be licensed, such as {@code US-NY} or {@code GB-LND}
     * @param currency ISO 4217
     * @param zone IANA name
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
            List<Hours> openingHours)
            implements OfClinic {
        public ClinicOpened {
            openingHours = List.copyOf(openingHours);
        }
    }

    @WireName("headoffice.ClinicHoursChanged.v1")
    record ClinicHoursChanged(ClinicId clinicId, List<Hours> openingHours) implements OfClinic {
        public ClinicHoursChanged {
            openingHours = List.copyOf(openingHours);
        }
    }

    /** The clinic stays shut on one local day. */
    @WireName("headoffice.ClinicDayClosed.v1")
    record ClinicDayClosed(ClinicId clinicId, LocalDate date, String reasonCode) implements OfClinic {}

    @WireName("headoffice.ChairInstalled.v1")
    record ChairInstalled(ClinicId clinicId, ChairId chairId, String name) implements OfClinic {}

    @WireName("headoffice.ChairRemoved.v1")
    record ChairRemoved(ClinicId clinicId, ChairId chairId) implements OfClinic {}

    /**
     * Somebody who treats joins the brand.
     *
     * @param displayName the trade name under which she is booked, public by its nature
     * @param serviceCodes what she is trained for
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

    /** Her weekly plan in one clinic, in that clinic's wall time; an empty one ends her work there. */
    @WireName("headoffice.PractitionerRotaSet.v1")
    record PractitionerRotaSet(PractitionerId practitionerId, ClinicId clinicId, List<Hours> shifts)
            implements OfPractitioner {
        public PractitionerRotaSet {
            shifts = List.copyOf(shifts);
        }

        @Override
        public ClinicId clinic() {
            return clinicId;
        }
    }

    /** She works nowhere from the first of these local days to the last, both included. */
    @WireName("headoffice.PractitionerAway.v1")
    record PractitionerAway(PractitionerId practitionerId, LocalDate from, LocalDate until, String reasonCode)
            implements OfPractitioner {}

    /**
     * A practitioner may work in a jurisdiction.
     *
     * @param validUntil the last local day it holds
     */
    @WireName("headoffice.LicenceGranted.v1")
    record LicenceGranted(
            LicenceId licenceId,
            PractitionerId practitionerId,
            String jurisdiction,
            LocalDate validFrom,
            LocalDate validUntil)
            implements OfLicence {}

    @WireName("headoffice.LicenceRevoked.v1")
    record LicenceRevoked(LicenceId licenceId, PractitionerId practitionerId, String reasonCode) implements OfLicence {}

    /**
     * The brand offers a service, or changes how it does.
     *
     * @param minutes the client's own time
     * @param preparationMinutes the chair's time before her
     * @param cleaningMinutes the chair's time after her
     * @param practitionerExtraMinutes the practitioner's time after her
     */
    @WireName("headoffice.ServiceOffered.v1")
    record ServiceOffered(
            ServiceId serviceId,
            String code,
            int minutes,
            int preparationMinutes,
            int cleaningMinutes,
            int practitionerExtraMinutes,
            @Nullable Money listPrice)
            implements OfService {}

    @WireName("headoffice.PolicyPublished.v1")
    record PolicyPublished(PolicyId policyId, BookingPolicy booking) implements OfPolicy {}

    /**
     * Somebody who works for the brand may log in.
     *
     * @param login what she types at the log-in page; no name and no address
     */
    @WireName("headoffice.PersonEnrolled.v1")
    record PersonEnrolled(PersonId personId, String login) implements OfPerson {}

    /**
     * What she may be from now on, and where.
     *
     * @param regionId set for a {@link Role#REGION_MANAGER}
     * @param clinicId set for the roles of one clinic
     * @param practitionerId set for a {@link Role#PRACTITIONER}: who she is in the diary
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

    /** What happened to a licence. */
    sealed interface OfLicence extends HeadOfficeEvent {
        LicenceId licenceId();

        @Override
        default String subject() {
            return licenceId().value();
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

    /** What happened to the brand's policy. */
    sealed interface OfPolicy extends HeadOfficeEvent {
        PolicyId policyId();

        @Override
        default String subject() {
            return policyId().value();
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
