package io.hairline.portal.brand;

import io.hairline.portal.language.Texts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A version of a layer of head office's policy by which something was decided. */
public record PolicyVersion(String layer, long version) {

    /** All of them in one line; empty where that wasn't kept. */
    public static String words(@Nullable List<PolicyVersion> all) {
        return Objects.requireNonNullElse(all, List.<PolicyVersion>of()).stream()
                .map(it -> Texts.text("chart.rules." + it.layer(), it.version()))
                .collect(Collectors.joining(", "));
    }
}
