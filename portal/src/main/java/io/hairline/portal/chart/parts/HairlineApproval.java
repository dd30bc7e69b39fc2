package io.hairline.portal.chart.parts;

import io.hairline.portal.api.Api;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client's signature under a hairline, as it was drawn then.
 *
 * @param photo the picture that was signed with it; absent where the design names none
 */
public record HairlineApproval(
        String consultationId,
        Consultation.Hairline design,
        @Nullable SignedPhoto photo,
        Instant approvedAt) {

    /** @param withdrawn whether it has been taken out of the chart since */
    public record SignedPhoto(boolean withdrawn) {}

    public boolean isPhotoWithdrawn() {
        return photo != null && photo.withdrawn();
    }

    /** The one of the hairline that a consultation has now. */
    public static Optional<HairlineApproval> of(Consultation it, List<HairlineApproval> all) {
        return all.stream()
                .filter(one ->
                        one.consultationId().equals(it.id()) && one.design().equals(it.hairline()))
                .findFirst();
    }

    /** Sends the signature of a form under the hairline of a consultation, as the form showed it. */
    public static JsonNode sign(Api treatment, SubmittedForm form, String consultation) {
        return treatment.post(
                form.once(),
                form.version(),
                Map.of("signature", form.signature()),
                "/consultations/{id}/hairline-approval",
                consultation);
    }

    /** For one of a line that was corrected since. */
    public String earlierWords() {
        return Texts.text("hairline.signed.before", ChartDay.of(approvedAt));
    }

    public String words() {
        return Texts.text("hairline.signed", ChartDay.of(approvedAt));
    }
}
