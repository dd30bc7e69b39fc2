package io.hairline.treatment.consent;

import io.hairline.treatment.document.PdfDocument;
import io.hairline.treatment.encryption.Signature;
import java.util.Base64;

/** A signed form as it was signed: the words of that template, the name, the drawing and the moment. */
record ConsentForm(Consent consent, ConsentTemplate template, Signature signature) {

    byte[] pdf() {
        try (PdfDocument form = new PdfDocument(template.title())) {
            form.text(template.text());
            form.heading(signature.signedName());
            if (signature.drawing() != null && !form.drawing(png(signature.drawing()))) {
                form.text("The drawn signature can't be shown; it is stored as it was sent.");
            }
            form.text("Signed at " + consent.signedAt() + " (UTC), form " + consent.id() + ", client "
                    + consent.clientId() + ", clinic " + consent.clinicId());
            if (consent.takenBy() != null && !consent.isSentByClient()) {
                form.text("Signed before " + consent.takenBy());
            }
            if (signature.overrideReason() != null) {
                form.text("Why this name was taken: " + signature.overrideReason());
            }
            if (consent.withdrawnAt() != null) {
                form.text("Withdrawn at " + consent.withdrawnAt() + " (UTC)");
            }
            form.text("Text " + template.id() + ", " + template.language() + ", SHA-256 " + template.hash());
            return form.bytes();
        }
    }

    private static byte[] png(String dataUrl) {
        return Base64.getDecoder().decode(dataUrl.substring(dataUrl.indexOf(',') + 1));
    }
}
