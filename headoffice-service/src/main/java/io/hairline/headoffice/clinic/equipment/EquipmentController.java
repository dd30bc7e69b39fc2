package io.hairline.headoffice.clinic.equipment;

import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.catalogue.DeviceKinds;
import io.hairline.headoffice.clinic.ClinicView;
import io.hairline.kit.Ids;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The chairs of a clinic, and its devices that one appointment at a time can use. */
@RestController
@RequestMapping("/api/v1/clinics/{id}")
class EquipmentController {

    private final EquipmentManagement management;
    private final Callers callers;

    EquipmentController(EquipmentManagement management, Callers callers) {
        this.management = management;
        this.callers = callers;
    }

    record NewChair(@NotBlank @Size(max = 40) String name) {}

    /**
     * A device.
     *
     * @param kind what a service of the catalogue names as its {@code deviceKind}
     */
    record NewDevice(
            @NotNull @Pattern(regexp = DeviceKinds.FORM, message = DeviceKinds.RULE) String kind,

            @NotBlank @Size(max = 40) String name) {}

    record NewDeviceName(@NotBlank @Size(max = 40) String name) {}

    @PostMapping("/chairs")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<ClinicView> install(
            @PathVariable ClinicId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewChair it) {
        callers.current().require(HEAD_OFFICE);
        ChairId chair = new ChairId(Ids.next(ChairId.PREFIX));
        return Versioned.created(management.install(id, ifMatch, chair, it.name()), ClinicView::of);
    }

    @PutMapping("/chairs/{chairId}")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<ClinicView> rename(
            @PathVariable ClinicId id,
            @PathVariable ChairId chairId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewChair it) {
        callers.current().require(HEAD_OFFICE);
        return Versioned.ok(management.rename(id, ifMatch, chairId, it.name()), ClinicView::of);
    }

    @PostMapping("/chairs/{chairId}/remove")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<ClinicView> remove(
            @PathVariable ClinicId id,
            @PathVariable ChairId chairId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        callers.current().require(HEAD_OFFICE);
        return Versioned.ok(management.remove(id, ifMatch, chairId), ClinicView::of);
    }

    @PostMapping("/devices")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<ClinicView> installDevice(
            @PathVariable ClinicId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewDevice it) {
        callers.current().require(HEAD_OFFICE);
        DeviceId device = new DeviceId(Ids.next(DeviceId.PREFIX));
        return Versioned.created(management.install(id, ifMatch, device, it.kind(), it.name()), ClinicView::of);
    }

    @PutMapping("/devices/{deviceId}")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<ClinicView> renameDevice(
            @PathVariable ClinicId id,
            @PathVariable DeviceId deviceId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewDeviceName it) {
        callers.current().require(HEAD_OFFICE);
        return Versioned.ok(management.rename(id, ifMatch, deviceId, it.name()), ClinicView::of);
    }

    /** Nothing more can be booked with it; what is booked with it is listed as conflicts of the clinic. */
    @PostMapping("/devices/{deviceId}/remove")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<ClinicView> removeDevice(
            @PathVariable ClinicId id,
            @PathVariable DeviceId deviceId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        callers.current().require(HEAD_OFFICE);
        return Versioned.ok(management.remove(id, ifMatch, deviceId), ClinicView::of);
    }
}
