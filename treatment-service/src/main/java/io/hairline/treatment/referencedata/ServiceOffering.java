package io.hairline.treatment.referencedata;

import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.ServicePrice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** What a service of the catalogue costs. */
@Document("offers")
@TypeAlias("offer")
record ServiceOffering(
        @Id String code,
        @Nullable Money listPrice,
        @Nullable List<ServicePrice> prices) {}
