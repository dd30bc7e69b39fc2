package io.hairline.portal.office;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.session.CurrentUser;

/** The pages of head office, which for others aren't there; what may be changed, the services decide again. */
final class OfficePages {

    private OfficePages() {}

    static void require(CurrentUser users) {
        if (!users.current().isBrand()) {
            throw ApiProblem.unknown();
        }
    }
}
