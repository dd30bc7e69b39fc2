package io.hairline.treatment.recall;

import io.hairline.treatment.document.PdfDocument;
import io.hairline.treatment.lot.Lot;
import io.hairline.treatment.session.Exposure;
import java.time.Instant;
import java.util.List;

/**
 * What an authority asks of a recall: what was barred when, which sessions it concerns, who was given notice when, and who
 * has acknowledged. Clients stand in it by their ids; names are booking's.
 *
 * @param notices at most the first {@code MOST} of all
 */
record Evidence(
        Recall recall,
        List<Lot> stock,
        List<Exposure> sessions,
        List<RecallNotice> notices,
        long all,
        long outstanding,
        long takenBack,
        Instant asOf) {

    /** More than a batch reaches; it bounds the file. */
    static final int MOST = 10_000;

    byte[] pdf() {
        try (PdfDocument pack =
                new PdfDocument("Recall of " + recall.maker() + " " + recall.product() + " " + recall.lotNumber())) {
            pack.text("Recall " + recall.id() + ", opened at " + recall.openedAt() + " (UTC) by " + recall.openedBy());
            pack.text("Reason " + recall.reasonCode() + ": " + recall.reason());
            pack.text("From that moment no clinic could draw from the batch. As of " + asOf + " (UTC):");
            Recall.Withdrawal withdrawal = recall.withdrawal();
            if (withdrawal != null) {
                pack.text("WITHDRAWN at " + withdrawal.at() + " (UTC) by " + withdrawal.by() + ": "
                        + withdrawal.reason() + ". From that moment the batch could be used again; " + takenBack
                        + " notices taken back.");
            }
            pack.text(all + " clients concerned, " + (all - outstanding) + " acknowledged, " + outstanding
                    + " outstanding.");
            pack.heading("Clients: notice given, acknowledged (UTC)");
            notices.forEach(it -> pack.text(it.clientId() + "  " + it.clinicId() + "\n    " + it.openedAt() + "  "
                    + (it.acknowledgedAt() == null ? "not acknowledged" : it.acknowledgedAt())
                    + (it.withdrawnAt() == null ? "" : "  taken back " + it.withdrawnAt())));
            cutOff(pack, notices.size(), all);
            pack.heading("Sessions in which it was used, alone or mixed in a cup");
            sessions.forEach(it -> pack.text(
                    it.sessionId() + "  " + it.clinicId() + "\n    " + it.startedAt() + "  " + it.clientId()));
            if (sessions.size() == MOST) {
                pack.text("These are the first " + MOST + ".");
            }
            pack.heading(withdrawal == null ? "Remaining stock, barred" : "Remaining stock, usable again");
            stock.forEach(it -> pack.text(it.id() + "  " + it.clinicId() + "  lot " + it.lotNumber() + "  "
                    + it.remainingMillilitres().toPlainString() + " ml or pieces"));
            return pack.bytes();
        }
    }

    private static void cutOff(PdfDocument pack, int shown, long all) {
        if (shown < all) {
            pack.text("These are the first " + shown + " of " + all + ".");
        }
    }
}
