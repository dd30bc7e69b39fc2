package io.hairline.headoffice.network;

import io.hairline.contracts.OwnerId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OwnerRenamed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OwnerSigned;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A company that runs clinics under the brand.
 *
 * @param code unique for ever
 */
@Document("owners")
@TypeAlias("owner")
public record Owner(@Id OwnerId id, long version, String code, String companyName) implements Aggregate {

    static Change<Owner> sign(OwnerId id, String code, String companyName) {
        return Change.to(new Owner(id, 1, code, companyName), new OwnerSigned(id, code, companyName));
    }

    Change<Owner> rename(String wanted) {
        return wanted.equals(companyName)
                ? Change.none(this)
                : Change.to(new Owner(id, version + 1, code, wanted), new OwnerRenamed(id, wanted));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
