package io.hairline.treatment.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ConsentId;
import io.hairline.kit.Ids;
import io.hairline.treatment.encryption.Signature;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class ConsentFormTests {

    private static final Instant SIGNED = Instant.parse("2026-11-28T10:15:00Z");

    @Test
    void showsTheTextTheNameAndTheMomentOfTheSignature() throws Exception {
        Signature signature = new Signature("Žofie Nováková", null, "Signed on paper");
        ConsentTemplate template = new ConsentTemplate(
                "treatment-en-1", ConsentPurpose.TREATMENT, "en", "Consent", "I know the risks.", 1, null);

        String form = textOf(new ConsentForm(consent(), template, signature).pdf());

        assertThat(form)
                .contains("Consent", "I know the risks.", "Žofie Nováková", "2026-11-28T10:15:00Z", "treatment-en-1")
                .contains("Why this name was taken: Signed on paper", "Signed before per_desk", "SHA-256");
    }

    @Test
    void saysWhenTheDrawingIsNone() throws Exception {
        Signature signature = new Signature("Ada Jones", "data:image/png;base64,AAAA", null);
        ConsentTemplate template = new ConsentTemplate(
                "treatment-en-1", ConsentPurpose.TREATMENT, "en", "Consent", "I know the risks.", 1, null);

        assertThat(textOf(new ConsentForm(consent(), template, signature).pdf()))
                .contains("The drawn signature can’t be shown");
    }

    @Test
    void addsItsOwnLinesInTheLanguageOfWhatWasSigned() throws Exception {
        ConsentTemplate template = new ConsentTemplate(
                "treatment-fr-1", ConsentPurpose.TREATMENT, "fr", "Accord", "Je connais les risques.", 1, null);

        assertThat(textOf(new ConsentForm(consent(), template, new Signature("Ada Jones", null, null)).pdf()))
                .contains("Accord", "Je connais les risques.", "Signé à 2026-11-28T10:15:00Z", "Signé devant per_desk")
                .doesNotContain("Signed");
    }

    private static Consent consent() {
        return Consent.sign(
                        new ConsentId(Ids.next(ConsentId.PREFIX)),
                        new Consent.Paper(
                                new ClientId(Ids.next(ClientId.PREFIX)),
                                new ClinicId(Ids.next(ClinicId.PREFIX)),
                                ConsentPurpose.TREATMENT,
                                "treatment-en-1",
                                "en",
                                "per_desk",
                                "hash"),
                        new Binary(new byte[0]),
                        SIGNED)
                .next();
    }

    private static String textOf(byte[] pdf) throws Exception {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }
}
