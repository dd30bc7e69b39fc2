package io.hairline.treatment.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RecallId;
import io.hairline.contracts.RecallNoticeId;
import io.hairline.contracts.SessionId;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.treatment.session.Exposure;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class EvidenceTests {

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
                List.of(notice(id, knows, clinic).acknowledge(KNOWN).next(), notice(id, waits, clinic));

        Evidence evidence = new Evidence(
                recall, List.of(), List.of(new Exposure(session, knows, clinic, OPENED)), notices, 2, 1, 0, KNOWN);

        assertThat(textOf(evidence.pdf()))
                .contains("Recall of Fine Pigments Graphite G-7", "CONTAMINATED: Bacteria.", "per_office")
                .contains("2 clients concerned, 1 acknowledged, 1 outstanding")
                .contains(knows.value(), KNOWN.toString(), waits.value(), "not acknowledged", session.value());
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

        Evidence evidence = new Evidence(recall, List.of(), List.of(), List.of(told), 1, 1, 1, KNOWN.plusSeconds(60));

        assertThat(textOf(evidence.pdf()))
                .contains("WITHDRAWN at " + KNOWN, "per_other: It was G-8", "1 notices taken back")
                .contains("taken back " + KNOWN.plusSeconds(1), "usable again");
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
        assertThatThrownBy(() -> told.acknowledge(KNOWN)).isInstanceOf(Refusal.class);
    }

    private static RecallNotice notice(RecallId recall, ClientId client, ClinicId clinic) {
        return RecallNotice.open(new RecallNoticeId(Ids.next(RecallNoticeId.PREFIX)), recall, client, clinic, OPENED)
                .next();
    }

    private static String textOf(byte[] pdf) throws Exception {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }
}
