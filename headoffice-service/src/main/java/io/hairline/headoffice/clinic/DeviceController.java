package io.hairline.headoffice.clinic;

import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.catalogue.DeviceKinds;
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

/** The devices of a clinic that only one appointment can use at a time. */
@RestController
@RequestMapping("/api/v1/clinics/{id}/devices")
class DeviceController {

    private final ClinicManagement management;
    private final Callers callers;

    DeviceController(ClinicManagement management, Callers callers) {
        this.management = management;
        this.callers = callers;
    }

    /**
     * A device.
     *
     * @param kind what a service of the catalogue names as its {@code deviceKind}
     */
    record NewDevice(
            @NotNull @Pattern(regexp = DeviceKinds.FORM, message = DeviceKinds.RULE) String kind,

            @NotBlank @Size(max = 40) String name) {}

    record NewDeviceName(@NotBlank @Size(max = 40) String name) {}

    @PostMapping
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

    @PutMapping("/{deviceId}")
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
    @PostMapping("/{deviceId}/remove")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<ClinicView> removeDevice(
            @PathVariable ClinicId id,
            @PathVariable DeviceId deviceId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        callers.current().require(HEAD_OFFICE);
        return Versioned.ok(management.remove(id, ifMatch, deviceId), ClinicView::of);
    }
}
