package io.hairline.treatment.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.AdverseEventId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PatchTestId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.RecallId;
import io.hairline.contracts.RecallNoticeId;
import io.hairline.contracts.SessionId;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.treatment.adverseevent.ReportedHarm;
import io.hairline.treatment.adverseevent.Severity;
import io.hairline.treatment.document.DocumentWords;
import io.hairline.treatment.document.PdfDocument;
import io.hairline.treatment.recall.exposure.Exposure;
import io.hairline.treatment.recall.exposure.TestedClient;
import io.hairline.treatment.recall.message.RecallMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecallEvidenceTests {

    private static final Instant OPENED = Instant.parse("2026-11-28T10:15:00Z");
    private static final Instant KNOWN = Instant.parse("2026-11-29T08:00:00Z");

    @Test
    void saysWhoWasGivenNoticeWhenAndWhoKnows() throws Exception {
        RecallId id = new RecallId(Ids.next(RecallId.PREFIX));
        ClinicId clinic = new ClinicId(Ids.next(ClinicId.PREFIX));
        ClientId knows = new ClientId(Ids.next(ClientId.PREFIX));
        ClientId waits = new ClientId(Ids.next(ClientId.PREFIX));
        SessionId session = new SessionId(Ids.next(SessionId.PREFIX));
        Recall recall = Recall.open(
                        id,
                        new Recall.Wanted("Fine Pigments", "Graphite", "G-7", RecallReason.CONTAMINATED, "Bacteria."),
                        "per_office",
                        OPENED)
                .next();
        List<RecallNotice> notices =
                List.of(notice(id, knows, clinic).acknowledge(null, KNOWN).next(), notice(id, waits, clinic));

        PatchTestId test = new PatchTestId(Ids.next(PatchTestId.PREFIX));
        RecallTracing.Told byMail =
                new RecallTracing.Told("RECALL_NOTICE", "EMAIL", RecallMessage.Status.FAILED, KNOWN, "NO_ADDRESS");
        PhotoId photo = new PhotoId(Ids.next(PhotoId.PREFIX));
        ReportedHarm harm = new ReportedHarm(
                new AdverseEventId(Ids.next(AdverseEventId.PREFIX)),
                clinic,
                knows,
                Severity.SERIOUS,
                OPENED,
                null,
                List.of("Fine Pigments Graphite G-7", "Fine Needles 3RL N-5"),
                "Fine Needles 3RL N-5",
                List.of(photo),
                null);
        RecallEvidence evidence = new RecallEvidence(
                recall,
                new RecallTracing.Counts(1, 1, 2, 2, 1, 1, 1, 0, false, 0),
                List.of(),
                Stream.of(new Exposure(session, knows, clinic, OPENED)),
                Stream.of(new TestedClient(test, waits, clinic, OPENED)),
                notices.stream().map(it -> new RecallTracing.Notified(it, List.of(byMail))),
                List.of(harm),
                Map.of(clinic, "Berlin Mitte"),
                KNOWN);

        assertThat(textOf(evidence))
                .contains("Recall of Fine Pigments Graphite G-7", "Contaminated: Bacteria.", "per_office")
                .contains("Used in 1 sessions and 1 patch tests", test.value())
                .contains("2 clients concerned, 2 given notice, 1 told, 1 acknowledged, 1 outstanding")
                .contains("Recall of a product, E-mail: failed " + KNOWN + "  no address for this channel")
                .contains(knows.value(), KNOWN.toString(), waits.value(), "not acknowledged", session.value())
                .contains(harm.id().value(), "Serious  open", "needle lot: Fine Needles 3RL N-5")
                .contains("photos: " + photo.value())
                .contains("by head office, per_office")
                .contains(
                        session.value() + "  Berlin Mitte (" + clinic + ")", test.value() + "  Berlin Mitte (" + clinic)
                .contains(waits.value() + "  Berlin Mitte (" + clinic, harm.id().value() + "  Berlin Mitte (" + clinic);
    }

    @Test
    void saysThatTheRecallWasWithdrawnAndWhoHeardSo() throws Exception {
        RecallId id = new RecallId(Ids.next(RecallId.PREFIX));
        ClientId client = new ClientId(Ids.next(ClientId.PREFIX));
        Recall recall = Recall.open(
                        id,
                        new Recall.Wanted("Fine Pigments", "Graphite", "G-7", RecallReason.OTHER, "Bacteria."),
                        "per_office",
                        OPENED)
                .next()
                .withdraw("It was G-8", "per_other", KNOWN)
                .next();
        RecallNotice told = notice(id, client, new ClinicId(Ids.next(ClinicId.PREFIX)))
                .withdraw(KNOWN.plusSeconds(1))
                .next();

        RecallEvidence evidence = new RecallEvidence(
                recall,
                new RecallTracing.Counts(0, 0, 1, 1, 1, 0, 1, 1, true, 0),
                List.of(),
                Stream.of(),
                Stream.of(),
                Stream.of(new RecallTracing.Notified(told, List.of())),
                List.of(),
                Map.of(),
                KNOWN.plusSeconds(60));

        assertThat(textOf(evidence))
                .contains("WITHDRAWN at " + KNOWN, "per_other: It was G-8", "1 notices taken back")
                .contains("taken back " + KNOWN.plusSeconds(1), "usable again");
    }

    @Test
    void saysWhoWasErasedAndCantBeToldAnyMore() throws Exception {
        RecallId id = new RecallId(Ids.next(RecallId.PREFIX));
        Recall recall = Recall.open(
                        id,
                        new Recall.Wanted("Fine Pigments", "Graphite", "G-7", RecallReason.OTHER, "Bacteria."),
                        "per_office",
                        OPENED)
                .next();
        RecallNotice gone = notice(id, new ClientId(Ids.next(ClientId.PREFIX)), new ClinicId(Ids.next(ClinicId.PREFIX)))
                .closeForErasure(KNOWN)
                .next();

        assertThat(textOf(new RecallEvidence(
                        recall,
                        new RecallTracing.Counts(0, 0, 1, 1, 0, 0, 0, 0, false, 1),
                        List.of(),
                        Stream.of(),
                        Stream.of(),
                        Stream.of(new RecallTracing.Notified(gone, List.of())),
                        List.of(),
                        Map.of(),
                        KNOWN)))
                .contains("0 acknowledged, 0 outstanding, 1 erased, who can’t be told")
                .contains("erased " + KNOWN + ", can’t be told any more");
    }

    @Test
    void saysHowAClientWasToldAndWhoNotedIt() throws Exception {
        RecallId id = new RecallId(Ids.next(RecallId.PREFIX));
        Recall recall = Recall.open(
                        id,
                        new Recall.Wanted("Fine Pigments", "Graphite", "G-7", RecallReason.OTHER, "Bacteria."),
                        "per_office",
                        OPENED)
                .next();
        RecallNotice told = notice(id, new ClientId(Ids.next(ClientId.PREFIX)), new ClinicId(Ids.next(ClinicId.PREFIX)))
                .acknowledge(new RecallNotice.Noted("per_desk", RecallNotice.ToldBy.PHONE), KNOWN)
                .next();

        assertThat(textOf(new RecallEvidence(
                        recall,
                        new RecallTracing.Counts(0, 0, 1, 1, 0, 1, 0, 0, false, 0),
                        List.of(),
                        Stream.of(),
                        Stream.of(),
                        Stream.of(new RecallTracing.Notified(told, List.of())),
                        List.of(),
                        Map.of(),
                        KNOWN)))
                .contains(KNOWN + "  told by Phone, noted by per_desk");
        assertThat(told.acknowledge(null, KNOWN.plusSeconds(1)).event()).isNull();
    }

    @Test
    void speaksTheCallersLanguageAndLeavesWhatWasTypedAsItIs() throws Exception {
        RecallId id = new RecallId(Ids.next(RecallId.PREFIX));
        Recall recall = Recall.open(
                        id,
                        new Recall.Wanted("Fine Pigments", "Graphite", "G-7", RecallReason.CONTAMINATED, "Bacteria."),
                        "per_office",
                        OPENED)
                .next();
        RecallNotice told = notice(id, new ClientId(Ids.next(ClientId.PREFIX)), new ClinicId(Ids.next(ClinicId.PREFIX)))
                .acknowledge(new RecallNotice.Noted("per_desk", RecallNotice.ToldBy.LETTER), KNOWN)
                .next();

        assertThat(textOf(
                        new RecallEvidence(
                                recall,
                                new RecallTracing.Counts(0, 0, 1, 1, 0, 1, 0, 0, false, 0),
                                List.of(),
                                Stream.of(),
                                Stream.of(),
                                Stream.of(new RecallTracing.Notified(told, List.of())),
                                List.of(),
                                Map.of(),
                                KNOWN),
                        "de-AT,en;q=0.5"))
                .contains("Rückruf von Fine Pigments Graphite G-7", "Grund: Verunreinigt: Bacteria.")
                .contains("benachrichtigt: Brief, notiert von per_desk", "Restbestand, gesperrt")
                .doesNotContain("Recall", "told", "clients");
    }

    @Test
    void namesEverySessionOfALargeRecall() throws Exception {
        int many = 12_000;
        Recall recall = Recall.open(
                        new RecallId(Ids.next(RecallId.PREFIX)),
                        new Recall.Wanted("Fine Pigments", "Graphite", "G-7", RecallReason.OTHER, "Bacteria."),
                        "per_office",
                        OPENED)
                .next();
        ClientId client = new ClientId(Ids.next(ClientId.PREFIX));
        ClinicId clinic = new ClinicId(Ids.next(ClinicId.PREFIX));
        List<SessionId> sessions = Stream.generate(() -> new SessionId(Ids.next(SessionId.PREFIX)))
                .limit(many)
                .toList();

        RecallEvidence evidence = new RecallEvidence(
                recall,
                new RecallTracing.Counts(many, 0, 1, 0, 0, 0, 0, 0, false, 0),
                List.of(),
                sessions.stream().map(it -> new Exposure(it, client, clinic, OPENED)),
                Stream.of(),
                Stream.of(),
                List.of(),
                Map.of(),
                KNOWN);

        assertThat(Pattern.compile("ses_[a-z0-9]+")
                        .matcher(textOf(evidence))
                        .results()
                        .map(MatchResult::group))
                .containsExactlyElementsOf(
                        sessions.stream().map(SessionId::value).toList());
    }

    @Test
    void isWithdrawnOnceAndItsNoticesAskForNothingThen() {
        RecallId id = new RecallId(Ids.next(RecallId.PREFIX));
        Recall withdrawn = Recall.open(
                        id,
                        new Recall.Wanted("Fine Pigments", "Graphite", "G-7", RecallReason.OTHER, "Bacteria."),
                        "per_office",
                        OPENED)
                .next()
                .withdraw("It was G-8", "per_other", KNOWN)
                .next();
        RecallNotice told = notice(id, new ClientId(Ids.next(ClientId.PREFIX)), new ClinicId(Ids.next(ClinicId.PREFIX)))
                .withdraw(KNOWN)
                .next();

        assertThatThrownBy(() -> withdrawn.withdraw("Again", "per_other", KNOWN))
                .isInstanceOf(Refusal.class);
        assertThat(told.withdraw(KNOWN).event()).isNull();
        assertThatThrownBy(() -> told.acknowledge(null, KNOWN)).isInstanceOf(Refusal.class);
    }

    private static RecallNotice notice(RecallId recall, ClientId client, ClinicId clinic) {
        return RecallNotice.open(new RecallNoticeId(Ids.next(RecallNoticeId.PREFIX)), recall, client, clinic, OPENED)
                .next();
    }

    private static String textOf(RecallEvidence evidence) throws Exception {
        return textOf(evidence, null);
    }

    private static String textOf(RecallEvidence evidence, @Nullable String languages) throws Exception {
        try (PdfDocument pack = evidence.pdf(DocumentWords.accepted(languages));
                PDDocument read = Loader.loadPDF(pack.bytes())) {
            return new PDFTextStripper().getText(read);
        }
    }
}
