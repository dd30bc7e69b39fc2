package io.hairline.treatment.recall;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PhotoId;
import io.hairline.treatment.adverseevent.ReportedHarm;
import io.hairline.treatment.document.PdfDocument;
import io.hairline.treatment.lot.Lot;
import io.hairline.treatment.recall.exposure.Exposure;
import io.hairline.treatment.recall.exposure.TestedClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an authority asks of a recall: what was barred when, which sessions and patch tests it concerns, who was given notice
 * and told when and how, who has acknowledged, and which harms were reported of it. Clients stand in it by their ids; names
 * are booking's. It is read once.
 *
 * @param clinics what they are called
 */
record RecallEvidence(
        Recall recall,
        RecallTracing.Counts counts,
        List<Lot> stock,
        Stream<Exposure> sessions,
        Stream<TestedClient> patchTests,
        Stream<RecallTracing.Notified> notices,
        List<ReportedHarm> harms,
        Map<ClinicId, String> clinics,
        Instant asOf) {

    /** The pages lie in a file until they are sent, so their number doesn't matter to the memory. */
    PdfDocument pdf() {
        PdfDocument pack =
                new PdfDocument("Recall of " + recall.maker() + " " + recall.product() + " " + recall.lotNumber());
        try {
            write(pack);
            return pack;
        } catch (RuntimeException e) {
            pack.close();
            throw e;
        }
    }

    private void write(PdfDocument pack) {
        Recall.Withdrawal withdrawal = recall.withdrawal();
        pack.text("Recall " + recall.id() + ", opened at " + recall.openedAt() + " (UTC)\nby "
                + headOffice(recall.openedBy()));
        pack.text("Reason " + recall.reasonCode() + ": " + recall.reason());
        pack.text("From that moment no clinic could draw from the batch. As of " + asOf + " (UTC):");
        if (withdrawal != null) {
            pack.text("WITHDRAWN at " + withdrawal.at() + " (UTC) by " + headOffice(withdrawal.by()) + ": "
                    + withdrawal.reason()
                    + ". From that moment the batch could be used again; " + counts.takenBack()
                    + " notices taken back.");
        }
        pack.text("Used in " + counts.sessions() + " sessions and " + counts.patchTests() + " patch tests.");
        pack.text(counts.clients() + " clients concerned, " + counts.noticed() + " given notice, " + counts.told()
                + " told, " + counts.acknowledged() + " acknowledged, " + counts.outstanding() + " outstanding"
                + (counts.erased() == 0 ? "." : ", " + counts.erased() + " erased, who can't be told any more."));
        pack.heading("Clients: notice given, acknowledged, told (UTC)");
        notices.forEach(it -> notice(pack, it));
        pack.heading("Sessions in which it was used, alone or mixed in a cup");
        sessions.forEach(it -> pack.text(
                it.sessionId() + "  " + clinic(it.clinicId()) + "\n    " + it.startedAt() + "  " + it.clientId()));
        pack.heading("Patch tests for which it was used");
        patchTests.forEach(it -> pack.text(
                it.patchTestId() + "  " + clinic(it.clinicId()) + "\n    " + it.placedAt() + "  " + it.clientId()));
        pack.heading("Adverse events that it may have caused; their words and pictures are in the chart");
        harms.forEach(it -> harm(pack, it));
        pack.heading(withdrawal == null ? "Remaining stock, barred" : "Remaining stock, usable again");
        stock.forEach(it -> pack.text(it.id() + "  " + clinic(it.clinicId()) + "  lot " + it.lotNumber() + "  "
                + it.remainingMillilitres().toPlainString() + " ml or pieces"));
    }

    /** Nobody else recalls a batch, or takes that back. */
    private static String headOffice(String subject) {
        return "head office, " + subject;
    }

    /** A name alone may be another clinic's too, or be changed later. */
    private String clinic(ClinicId id) {
        return clinics.containsKey(id) ? clinics.get(id) + " (" + id + ")" : id.value();
    }

    private void harm(PdfDocument pack, ReportedHarm it) {
        pack.text(it.id() + "  " + clinic(it.clinicId()) + "\n    " + it.reportedAt() + "  " + it.clientId() + "  "
                + it.severity()
                + "  " + (it.outcome() == null ? "open" : it.outcome())
                + (it.filedAt() == null ? "" : "  authority told " + it.filedAt()));
        pack.text("    suspected: " + String.join("; ", it.suspected()));
        pack.text("    needle lot: " + (it.needles() == null ? "none named" : it.needles()));
        pack.text("    photos: "
                + (it.photoIds().isEmpty()
                        ? "none"
                        : it.photoIds().stream().map(PhotoId::value).collect(Collectors.joining("  "))));
    }

    private void notice(PdfDocument pack, RecallTracing.Notified notified) {
        RecallNotice it = notified.notice();
        pack.text(it.clientId() + "  " + clinic(it.clinicId()) + "\n    " + it.openedAt() + "  "
                + (it.acknowledgedAt() == null ? "not acknowledged" : it.acknowledgedAt())
                + (it.noted() == null
                        ? ""
                        : "  told by " + it.noted().how() + ", noted by "
                                + it.noted().by())
                + (it.erasedAt() == null ? "" : "  erased " + it.erasedAt() + ", can't be told any more")
                + (it.withdrawnAt() == null ? "" : "  taken back " + it.withdrawnAt()));
        notified.messages()
                .forEach(one -> pack.text("    " + one.template() + " by " + one.channel() + "  " + one.status() + " "
                        + one.at() + (one.reasonCode() == null ? "" : "  " + one.reasonCode())));
    }
}
