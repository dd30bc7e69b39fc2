package io.hairline.headoffice.network;

import io.hairline.contracts.OwnerId;
import io.hairline.contracts.RegionId;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.web.Preconditions;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** Regions and owners of the brand; {@code ifMatch} is the version that the caller has seen. */
@Service
public class NetworkManagement {

    /** More regions or owners than a brand has. */
    private static final int MOST = 20_000;

    private final EventLog eventLog;
    private final Regions regions;
    private final Owners owners;

    NetworkManagement(EventLog eventLog, Regions regions, Owners owners) {
        this.eventLog = eventLog;
        this.regions = regions;
        this.owners = owners;
    }

    public Region openRegion(RegionId id, String code, String name) {
        return create(Region.class, code, () -> Region.open(id, code, name));
    }

    public Region renameRegion(RegionId id, @Nullable String ifMatch, String name) {
        return eventLog.record(Region.class, () -> changed(regions.findById(id), ifMatch, it -> it.rename(name)));
    }

    public Owner signOwner(OwnerId id, String code, String companyName) {
        return create(Owner.class, code, () -> Owner.sign(id, code, companyName));
    }

    public Owner renameOwner(OwnerId id, @Nullable String ifMatch, String companyName) {
        return eventLog.record(Owner.class, () -> changed(owners.findById(id), ifMatch, it -> it.rename(companyName)));
    }

    public boolean knows(RegionId id) {
        return regions.findById(id).isPresent();
    }

    public boolean knows(OwnerId id) {
        return owners.findById(id).isPresent();
    }

    /** Refuses as invalid input a region or an owner that isn't the brand's. */
    public void checkKnown(RegionId region, OwnerId owner) {
        if (!knows(region)) {
            throw Refusal.input("regionId", "is no region of the brand");
        }
        if (!knows(owner)) {
            throw Refusal.input("ownerId", "is no owner of the brand");
        }
    }

    /** The codes of all regions. */
    public Map<RegionId, String> regionCodes() {
        return regions.findByCodeGreaterThanOrderByCode("", Limit.of(MOST)).stream()
                .collect(Collectors.toMap(Region::id, Region::code));
    }

    /** The codes of all owners. */
    public Map<OwnerId, String> ownerCodes() {
        return owners.findByCodeGreaterThanOrderByCode("", Limit.of(MOST)).stream()
                .collect(Collectors.toMap(Owner::id, Owner::code));
    }

    /** What an owner's company is called. */
    public Optional<String> ownerName(OwnerId id) {
        return owners.findById(id).map(Owner::companyName);
    }

    private <A extends Aggregate> A create(Class<A> kind, String code, Supplier<Change<A>> command) {
        try {
            return eventLog.record(kind, command);
        } catch (DuplicateKeyException _) {
            throw Refusal.state("code-taken", "The code " + code + " is taken already. Choose another one.");
        }
    }

    private static <A extends Aggregate> Change<A> changed(
            Optional<A> found, @Nullable String ifMatch, Function<A, Change<A>> command) {
        A it = found.orElseThrow(Refusal::notFound);
        Preconditions.check(ifMatch, it);
        return command.apply(it);
    }
}
