package io.hairline.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ChairInstalled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ChairRemoved;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ChairRenamed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicClosed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayClosed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayReopened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDetailsChanged;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicHoursChanged;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicMovePlanned;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicReassigned;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicReopened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicSetupCorrected;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfAlertRule;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfCompliance;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfLicence;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfOwner;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfPolicy;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfPractitioner;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfRegion;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfRoyalty;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfService;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfTraining;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PersonEnrolled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoleAssigned;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoleWithdrawn;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;

/** The service's own copy of who may what; a change is in force within {@link #FRESH} in every instance. */
public final class RoleAssignments implements EventConsumer<HeadOfficeEvent> {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int MOST_REMEMBERED = 10_000;

    private final MongoTemplate mongo;
    private final Cache<String, List<Assignment>> assignments = remembered();
    private final Cache<ClinicId, Optional<RegionId>> regions = remembered();

    public RoleAssignments(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    private static <K, V> Cache<K, V> remembered() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(FRESH)
                .build();
    }

    @Document("people")
    @TypeAlias("kit.person")
    record Person(@Id String id, List<Assignment> assignments) {}

    @Document("clinic_regions")
    @TypeAlias("kit.clinicRegion")
    record ClinicRegion(@Id ClinicId id, RegionId regionId) {}

    List<Assignment> assignmentsOf(String subject) {
        return assignments.get(subject, it -> {
            Person person = mongo.findById(it, Person.class);
            return person == null ? List.of() : person.assignments();
        });
    }

    Optional<RegionId> regionOf(ClinicId clinic) {
        return regions.get(
                clinic,
                it -> Optional.ofNullable(mongo.findById(it, ClinicRegion.class))
                        .map(ClinicRegion::regionId));
    }

    @Override
    public Class<HeadOfficeEvent> hears() {
        return HeadOfficeEvent.class;
    }

    @Override
    public void on(HeadOfficeEvent event, ReceivedEvent received) {
        switch (event) {
            case RoleAssigned it -> assign(it);
            case RoleWithdrawn it -> withdraw(it);
            case ClinicOpened it -> mongo.save(new ClinicRegion(it.clinicId(), it.regionId()));
            case ClinicReassigned it -> mongo.save(new ClinicRegion(it.clinicId(), it.regionId()));
            case HeadOfficeEvent.ClientDataErased _,
                    ClinicDetailsChanged _,
                    ClinicHoursChanged _,
                    ClinicDayClosed _,
                    ClinicDayReopened _,
                    ClinicMovePlanned _,
                    ClinicClosed _,
                    ClinicReopened _,
                    HeadOfficeEvent.ClinicNumbingChanged _,
                    ClinicSetupCorrected _,
                    ChairInstalled _,
                    ChairRenamed _,
                    ChairRemoved _,
                    HeadOfficeEvent.DeviceInstalled _,
                    HeadOfficeEvent.DeviceRenamed _,
                    HeadOfficeEvent.DeviceRemoved _,
                    OfRegion _,
                    OfOwner _,
                    OfPractitioner _,
                    OfLicence _,
                    OfTraining _,
                    OfService _,
                    OfPolicy _,
                    OfCompliance _,
                    OfAlertRule _,
                    OfRoyalty _,
                    PersonEnrolled _ -> {}
        }
    }

    private void assign(RoleAssigned it) {
        List<Assignment> all = without(it.personId().value(), it.role(), it.regionId(), it.clinicId());
        all.add(new Assignment(it.role(), it.regionId(), it.clinicId(), it.practitionerId()));
        mongo.save(new Person(it.personId().value(), all));
    }

    private void withdraw(RoleWithdrawn it) {
        mongo.save(new Person(
                it.personId().value(), without(it.personId().value(), it.role(), it.regionId(), it.clinicId())));
    }

    private List<Assignment> without(String person, Role role, @Nullable RegionId region, @Nullable ClinicId clinic) {
        Person before = mongo.findById(person, Person.class);
        List<Assignment> left = new ArrayList<>(before == null ? List.of() : before.assignments());
        left.removeIf(it -> it.sameAs(role, region, clinic));
        return left;
    }
}
