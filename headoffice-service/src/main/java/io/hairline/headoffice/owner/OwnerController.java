package io.hairline.headoffice.owner;

import io.hairline.contracts.OwnerId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Ids;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/owners")
class OwnerController {

    private final Owners owners;
    private final OwnerManagement signingOwners;
    private final Callers callers;

    OwnerController(Owners owners, OwnerManagement signingOwners, Callers callers) {
        this.owners = owners;
        this.signingOwners = signingOwners;
        this.callers = callers;
    }

    record NewOwner(
            @NotNull @Pattern(regexp = "[A-Z0-9-]{2,12}", message = "must be 2 to 12 capital letters, digits or dashes") String code,

            @NotBlank @Size(max = 120) String companyName) {}

    record View(OwnerId id, long version, String code, String companyName) {
        static View of(Owner it) {
            return new View(it.id(), it.version(), it.code(), it.companyName());
        }
    }

    @GetMapping
    Page<View> list(@RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        callers.current().require(Role.HEAD_OFFICE);
        String after = Objects.requireNonNullElse(Page.position(cursor), "");
        var found = owners.findByCodeGreaterThanOrderByCode(after, Limit.of(Page.limit(limit) + 1));
        return Page.of(found, limit, Owner::code).map(View::of);
    }

    @PostMapping
    ResponseEntity<View> sign(@Valid @RequestBody NewOwner it) {
        callers.current().require(Role.HEAD_OFFICE);
        OwnerId id = new OwnerId(Ids.next(OwnerId.PREFIX));
        return Versioned.created(signingOwners.sign(id, it.code(), it.companyName()), View::of);
    }
}
