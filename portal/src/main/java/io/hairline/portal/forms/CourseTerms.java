package io.hairline.portal.forms;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Money;
import io.hairline.portal.language.Texts;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a course would ask for as things are now: its deposit, and what of it comes back. */
record CourseTerms(Money deposit, List<Tier> cancellation) {

    /** What comes back of the deposit with at least so much notice. */
    record Tier(int noticeHours, int refundPercent) {

        public String words() {
            return noticeHours > 0
                    ? Texts.text("plan.back", noticeHours, refundPercent)
                    : Texts.text("plan.back.later", refundPercent);
        }
    }

    static PagePart<CourseTerms> of(Api booking, String clinic, Money total) {
        return PagePart.of(() -> JsonMapper.shared()
                .treeToValue(
                        booking.read("/courses/terms", Map.of("clinicId", clinic, "total", total.plain())),
                        CourseTerms.class));
    }
}
