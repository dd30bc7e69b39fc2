package io.hairline.treatment.consultation.history;

import io.hairline.kit.input.Paragraphs;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the client expects, and what was answered.
 *
 * @param clientSaid in the client's words
 * @param toldRealistic what the client was told can be reached; absent as long as nobody wrote it down
 */
public record Expectations(
        @NotBlank @Size(max = 2_000) @Paragraphs String clientSaid,
        @Nullable @Size(max = 2_000) @Paragraphs String toldRealistic) {}
