package io.hairline.headoffice.catalogue;

import io.hairline.contracts.ServiceId;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.web.Preconditions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** What the brand offers. */
@Service
public class CatalogueManagement {

    private final EventLog eventLog;
    private final ServiceOffers offers;

    CatalogueManagement(EventLog eventLog, ServiceOffers offers) {
        this.eventLog = eventLog;
        this.offers = offers;
    }

    /** Adds a service under a new code, or changes the one that has it. */
    public ServiceOffer offer(ServiceId idIfNew, @Nullable String ifMatch, OfferTerms terms) {
        try {
            return eventLog.record(
                    ServiceOffer.class,
                    () -> offers.findByCode(terms.code())
                            .map(it -> {
                                Preconditions.check(ifMatch, it);
                                return it.offer(terms);
                            })
                            .orElseGet(() -> ServiceOffer.offer(idIfNew, terms)));
        } catch (DuplicateKeyException _) {
            throw Refusal.state(
                    "code-taken", "Somebody has just added " + terms.code() + ". Look at it, then change it.");
        }
    }

    /** Which of these codes the catalogue hasn't got. */
    public List<String> unknown(Collection<String> codes) {
        List<String> left = new ArrayList<>(codes);
        offers.findByCodeIn(codes).forEach(it -> left.remove(it.code()));
        return left;
    }
}
