package io.hairline.portal.chart.parts;

import io.hairline.portal.input.SubmittedForm;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A consultation as the form that corrects it is filled in at first. */
final class ConsultationForm {

    private final MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();

    private ConsultationForm() {}

    static SubmittedForm of(Consultation it) {
        ConsultationForm form = new ConsultationForm();
        form.fill("indication", it.indication());
        form.fill("norwood", it.norwood());
        form.fill("ludwig", it.ludwig());
        form.fill("fitzpatrick", it.fitzpatrick());
        form.fill("skin", it.skin());
        form.fill("goals", it.goals());
        form.fill(it.hairline());
        form.fill(it.hairLoss());
        if (it.wish() != null) {
            form.fill("wish.shape", it.wish().shape());
            form.fill("wish.density", it.wish().density());
            form.fill("wish.colour", it.wish().colour());
        }
        if (it.examination() != null) {
            form.fill("examination.note", it.examination().note());
            it.examination().signs().forEach(sign -> form.fill("examination.signs", sign));
        }
        if (it.expectations() != null) {
            form.fill("expectations.clientSaid", it.expectations().clientSaid());
            form.fill("expectations.toldRealistic", it.expectations().toldRealistic());
        }
        return new SubmittedForm(form.fields);
    }

    private void fill(Consultation.@Nullable Hairline drawn) {
        if (drawn != null) {
            fill("hairline.style", drawn.style());
            fill("hairline.browDistanceMillimetres", drawn.browDistanceMillimetres());
            fill("hairline.recessionMillimetres", drawn.recessionMillimetres());
            fill("hairline.shade", drawn.shade());
            fill("hairline.photoId", drawn.photoId());
        }
    }

    private void fill(Consultation.@Nullable HairLoss told) {
        if (told != null) {
            fill("hairLoss.sinceYear", told.sinceYear());
            fill("hairLoss.course", told.course());
            fill("hairLoss.note", told.note());
            Objects.requireNonNullElse(told.earlierTreatments(), List.<String>of())
                    .forEach(it -> fill("hairLoss.earlierTreatments", it));
        }
    }

    private void fill(String name, @Nullable Object value) {
        if (value != null) {
            fields.add(name, value.toString());
        }
    }
}
