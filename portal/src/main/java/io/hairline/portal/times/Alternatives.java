package io.hairline.portal.times;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.brand.Slot;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The nearest free times that booking names when a time is gone. */
public final class Alternatives {

    private Alternatives() {}

    public static List<Slot> of(ApiProblem refused) {
        return refused.field("alternatives")
                .valueStream()
                .map(it -> JsonMapper.shared().treeToValue(it, Slot.class))
                .toList();
    }
}
