package io.hairline.headoffice.network;

import io.hairline.contracts.OwnerId;
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
@RequestMapping("/api/v1/owners")
class OwnerController {

    private final Owners owners;
    private final NetworkManagement network;
    private final Callers callers;

    OwnerController(Owners owners, NetworkManagement network, Callers callers) {
        this.owners = owners;
        this.network = network;
        this.callers = callers;
    }

    record NewOwner(
            @NotNull @Pattern(regexp = "[A-Z0-9-]{2,12}", message = "must be 2 to 12 capital letters, digits or dashes") String code,

            @NotBlank @Size(max = 120) String companyName) {}

    record NewName(@NotBlank @Size(max = 120) String companyName) {}

    record View(OwnerId id, long version, String code, String companyName) {
        static View of(Owner it) {
            return new View(it.id(), it.version(), it.code(), it.companyName());
        }
    }

    @GetMapping
    @AllowedFor(staff = Role.HEAD_OFFICE)
    Page<View> list(@RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        callers.current().require(Role.HEAD_OFFICE);
        String after = Objects.requireNonNullElse(Page.position(cursor), "");
        var found = owners.findByCodeGreaterThanOrderByCode(after, Limit.of(Page.limit(limit) + 1));
        return Page.of(found, limit, Owner::code).map(View::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<View> sign(@Valid @RequestBody NewOwner it) {
        callers.current().require(Role.HEAD_OFFICE);
        OwnerId id = new OwnerId(Ids.next(OwnerId.PREFIX));
        return Versioned.created(network.signOwner(id, it.code(), it.companyName()), View::of);
    }

    @PutMapping("/{id}")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<View> rename(
            @PathVariable OwnerId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewName it) {
        callers.current().require(Role.HEAD_OFFICE);
        return Versioned.ok(network.renameOwner(id, ifMatch, it.companyName()), View::of);
    }
}
