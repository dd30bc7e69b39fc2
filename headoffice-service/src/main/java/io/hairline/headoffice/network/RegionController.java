package io.hairline.headoffice.network;

import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Ids;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions")
class RegionController {

    private final Regions regions;
    private final NetworkManagement network;
    private final Callers callers;

    RegionController(Regions regions, NetworkManagement network, Callers callers) {
        this.regions = regions;
        this.network = network;
        this.callers = callers;
    }

    record NewRegion(
            @NotNull @Pattern(regexp = "[A-Z0-9-]{2,12}", message = "must be 2 to 12 capital letters, digits or dashes") String code,

            @NotBlank @Size(max = 80) String name) {}

    record NewName(@NotBlank @Size(max = 80) String name) {}

    record View(RegionId id, long version, String code, String name) {
        static View of(Region it) {
            return new View(it.id(), it.version(), it.code(), it.name());
        }
    }

    @GetMapping
    Page<View> list(@RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        String after = Objects.requireNonNullElse(Page.position(cursor), "");
        var found = regions.findByCodeGreaterThanOrderByCode(after, Limit.of(Page.limit(limit) + 1));
        return Page.of(found, limit, Region::code).map(View::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<View> open(@Valid @RequestBody NewRegion it) {
        callers.current().require(Role.HEAD_OFFICE);
        RegionId id = new RegionId(Ids.next(RegionId.PREFIX));
        return Versioned.created(network.openRegion(id, it.code(), it.name()), View::of);
    }

    @PutMapping("/{id}")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<View> rename(
            @PathVariable RegionId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewName it) {
        callers.current().require(Role.HEAD_OFFICE);
        return Versioned.ok(network.renameRegion(id, ifMatch, it.name()), View::of);
    }
}
