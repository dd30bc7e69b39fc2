package io.hairline.treatment.session;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whether the skin was numbed, and with what. */
public record Numbing(
        @NotNull Boolean used, @Nullable @Size(max = 120) String product) {}
