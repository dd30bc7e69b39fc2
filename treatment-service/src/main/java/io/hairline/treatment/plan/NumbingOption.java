package io.hairline.treatment.plan;

import io.hairline.kit.Refusal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whether the skin is to be numbed, where the clinic offers it.
 *
 * @param product with what; absent if it isn't, or isn't chosen yet
 */
public record NumbingOption(
        @NotNull Boolean wanted, @Nullable @Size(max = 120) String product) {

    public NumbingOption {
        if (Boolean.FALSE.equals(wanted) && product != null) {
            throw Refusal.input("numbing.product", "goes with wanted true alone; leave it out");
        }
    }
}
