package io.hairline.treatment.chartentry;

import io.hairline.kit.input.Paragraphs;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Words that belong to no appointment, such as what the client said on the telephone. */
record ChartNote(@NotBlank @Size(max = 10_000) @Paragraphs String text) {}
