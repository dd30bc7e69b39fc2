package io.hairline.headoffice.catalogue;

import io.hairline.contracts.Money;
import io.hairline.contracts.ServiceId;
import io.hairline.contracts.headoffice.PriceStep;
import io.hairline.contracts.headoffice.Role;
import io.hairline.contracts.headoffice.ServicePrice;
import io.hairline.kit.Ids;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/services")
class ServiceController {

    private final ServiceOffers offers;
    private final CatalogueManagement offering;
    private final Callers callers;
    private final Clock clock;

    ServiceController(ServiceOffers offers, CatalogueManagement offering, Callers callers, Clock clock) {
        this.offers = offers;
        this.offering = offering;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * The whole of an offer.
     *
     * @param listPrice what it costs where there is no price in the clinic's currency; absent if it is agreed with each client
     * @param deviceKind the kind of exclusive device without which a clinic can't offer it; absent if it needs none
     * @param prices what it costs by currency, from a day on, with what more zones, a higher density and numbing add; absent
     *     to leave those that there are, empty to have the list price alone
     */
    record Wanted(
            @NotNull @Pattern(
                    regexp = "[A-Z][A-Z0-9_]{1,29}",
                    message = "must be 2 to 30 capital letters, digits or underscores")
            String code,

            @Min(15) @Max(720) int minutes,
            @Min(0) @Max(120) int preparationMinutes,
            @Min(0) @Max(120) int cleaningMinutes,
            @Min(0) @Max(120) int practitionerExtraMinutes,
            @Nullable Money listPrice,

            @Nullable @Pattern(regexp = DeviceKinds.FORM, message = DeviceKinds.RULE) String deviceKind,

            @Nullable @Size(max = 50) List<@NotNull @Valid WantedPrice> prices) {

        OfferTerms terms() {
            return new OfferTerms(
                    code,
                    new ServiceDurations(minutes, preparationMinutes, cleaningMinutes, practitionerExtraMinutes),
                    listPrice,
                    deviceKind,
                    prices == null
                            ? null
                            : prices.stream().map(WantedPrice::toPrice).toList());
        }
    }

    /**
     * What it costs in a currency.
     *
     * @param price of the smallest area in the lightest density, without numbing
     * @param zones what more zones of the scalp add
     * @param densities what more dots per square centimetre add
     * @param numbing what numbing adds
     * @param validFrom the first local day of a clinic on which it holds; absent for always, until one with a day holds
     */
    record WantedPrice(
            @NotNull Money price,
            @Nullable List<@NotNull @Valid WantedStep> zones,
            @Nullable List<@NotNull @Valid WantedStep> densities,
            @Nullable Money numbing,
            @Nullable LocalDate validFrom) {

        ServicePrice toPrice() {
            return new ServicePrice(price, steps(zones), steps(densities), numbing, validFrom);
        }

        private static @Nullable List<PriceStep> steps(@Nullable List<WantedStep> some) {
            return some == null
                    ? null
                    : some.stream()
                            .map(it -> new PriceStep(it.from(), it.extra()))
                            .toList();
        }
    }

    /** From how many on it adds how much. */
    record WantedStep(@NotNull Integer from, @NotNull Money extra) {}

    /**
     * A service.
     *
     * @param today what it costs today in each currency; empty if the price is agreed with each client
     */
    record View(
            ServiceId id,
            long version,
            String code,
            int minutes,
            int preparationMinutes,
            int cleaningMinutes,
            int practitionerExtraMinutes,
            @Nullable Money listPrice,
            @Nullable String deviceKind,
            List<ServicePrice> prices,
            List<PriceRange> today) {
        static View of(ServiceOffer it, LocalDate day) {
            ServiceDurations minutes = it.minutes();
            return new View(
                    it.id(),
                    it.version(),
                    it.code(),
                    minutes.client(),
                    minutes.preparation(),
                    minutes.cleaning(),
                    minutes.practitionerExtra(),
                    it.listPrice(),
                    it.deviceKind(),
                    it.allPrices(),
                    PriceRange.of(it, day));
        }
    }

    @GetMapping
    Page<View> list(@RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        String after = Objects.requireNonNullElse(Page.position(cursor), "");
        var found = offers.findByCodeGreaterThanOrderByCode(after, Limit.of(Page.limit(limit) + 1));
        return Page.of(found, limit, ServiceOffer::code).map(this::view);
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "A new service.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "A change of it.", useReturnTypeSchema = true)
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<View> offer(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wanted it) {
        callers.current().require(Role.HEAD_OFFICE);
        ServiceId idIfNew = new ServiceId(Ids.next(ServiceId.PREFIX));
        ServiceOffer offer = offering.offer(idIfNew, ifMatch, it.terms());
        return offer.version() == 1 ? Versioned.created(offer, this::view) : Versioned.ok(offer, this::view);
    }

    private View view(ServiceOffer it) {
        return View.of(it, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
