package io.hairline.treatment.consent;

import io.hairline.treatment.document.DocumentWords;
import io.hairline.treatment.document.PdfDocument;
import io.hairline.treatment.encryption.Signature;
import java.util.Base64;

/**
 * A signed form as it was signed: the words of that template, the name, the drawing and the moment. What we add to it is in the
 * language of the template.
 */
record ConsentForm(Consent consent, ConsentTemplate template, Signature signature) {

    byte[] pdf() {
        DocumentWords words = DocumentWords.accepted(template.language());
        try (PdfDocument form = new PdfDocument(template.title())) {
            form.text(template.text());
            form.heading(signature.signedName());
            if (signature.drawing() != null && !form.drawing(png(signature.drawing()))) {
                form.text(words.say("form.no-drawing"));
            }
            form.text(
                    words.say("form.signed", consent.signedAt(), consent.id(), consent.clientId(), consent.clinicId()));
            if (consent.takenBy() != null && !consent.isSentByClient()) {
                form.text(words.say("form.before", consent.takenBy()));
            }
            if (signature.overrideReason() != null) {
                form.text(words.say("form.other-name", signature.overrideReason()));
            }
            if (consent.withdrawnAt() != null) {
                form.text(words.say("form.withdrawn", consent.withdrawnAt()));
            }
            form.text(words.say("form.text", template.id(), template.language(), template.hash()));
            return form.bytes();
        }
    }

    private static byte[] png(String dataUrl) {
        return Base64.getDecoder().decode(dataUrl.substring(dataUrl.indexOf(',') + 1));
    }
}
