package io.hairline.portal.brand;

import org.jspecify.annotations.Nullable;

/** An entry of the catalogue. */
public record ServiceOffering(
        String code, int minutes, @Nullable Money listPrice) {

    public String name() {
        return CodeLabels.service(code);
    }

    public String duration() {
        return minutes % 60 == 0
                ? minutes / 60 + " h"
                : minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60;
    }
}
