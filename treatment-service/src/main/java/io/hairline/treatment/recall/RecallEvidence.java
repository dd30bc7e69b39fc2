package io.hairline.treatment.recall;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PhotoId;
import io.hairline.treatment.adverseevent.ReportedHarm;
import io.hairline.treatment.document.DocumentWords;
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
    PdfDocument pdf(DocumentWords words) {
        PdfDocument pack =
                new PdfDocument(words.say("evidence.title", recall.maker(), recall.product(), recall.lotNumber()));
        try {
            write(pack, words);
            return pack;
        } catch (RuntimeException e) {
            pack.close();
            throw e;
        }
    }

    private void write(PdfDocument pack, DocumentWords words) {
        Recall.Withdrawal withdrawal = recall.withdrawal();
        pack.text(words.say("evidence.opened", recall.id(), recall.openedAt()));
        pack.text(words.say("evidence.by", recall.openedBy()));
        pack.text(words.say("evidence.reason", words.code("recall.reason", recall.reasonCode()), recall.reason()));
        pack.text(words.say("evidence.barred", asOf));
        if (withdrawal != null) {
            pack.text(words.say(
                    "evidence.withdrawn", withdrawal.at(), withdrawal.by(), withdrawal.reason(), counts.takenBack()));
        }
        pack.text(words.say("evidence.used", counts.sessions(), counts.patchTests()));
        pack.text(words.say(
                counts.erased() == 0 ? "evidence.clients" : "evidence.clients-erased",
                counts.clients(),
                counts.noticed(),
                counts.told(),
                counts.acknowledged(),
                counts.outstanding(),
                counts.erased()));
        pack.heading(words.say("evidence.notices"));
        notices.forEach(it -> notice(pack, words, it));
        pack.heading(words.say("evidence.sessions"));
        sessions.forEach(it -> pack.text(
                it.sessionId() + "  " + clinic(it.clinicId()) + "\n    " + it.startedAt() + "  " + it.clientId()));
        pack.heading(words.say("evidence.tests"));
        patchTests.forEach(it -> pack.text(
                it.patchTestId() + "  " + clinic(it.clinicId()) + "\n    " + it.placedAt() + "  " + it.clientId()));
        pack.heading(words.say("evidence.harms"));
        harms.forEach(it -> harm(pack, words, it));
        pack.heading(words.say(withdrawal == null ? "evidence.stock-barred" : "evidence.stock-usable"));
        stock.forEach(it -> pack.text(it.id() + "  " + clinic(it.clinicId()) + "  "
                + words.say(
                        "evidence.lot",
                        it.lotNumber(),
                        it.remainingMillilitres().toPlainString())));
    }

    /** A name alone may be another clinic's too, or be changed later. */
    private String clinic(ClinicId id) {
        return clinics.containsKey(id) ? clinics.get(id) + " (" + id + ")" : id.value();
    }

    private void harm(PdfDocument pack, DocumentWords words, ReportedHarm it) {
        pack.text(it.id() + "  " + clinic(it.clinicId()) + "\n    " + it.reportedAt() + "  " + it.clientId() + "  "
                + words.code("harm.severity", it.severity())
                + "  "
                + (it.outcome() == null ? words.say("evidence.open") : words.code("harm.outcome", it.outcome()))
                + (it.filedAt() == null ? "" : "  " + words.say("evidence.filed", it.filedAt())));
        pack.text("    " + words.say("evidence.suspected", String.join("; ", it.suspected())));
        pack.text("    "
                + words.say(
                        "evidence.needles", it.needles() == null ? words.say("evidence.no-needles") : it.needles()));
        pack.text("    "
                + words.say(
                        "evidence.photos",
                        it.photoIds().isEmpty()
                                ? words.say("evidence.no-photos")
                                : it.photoIds().stream().map(PhotoId::value).collect(Collectors.joining("  "))));
    }

    private void notice(PdfDocument pack, DocumentWords words, RecallTracing.Notified notified) {
        RecallNotice it = notified.notice();
        pack.text(it.clientId() + "  " + clinic(it.clinicId()) + "\n    " + it.openedAt() + "  "
                + (it.acknowledgedAt() == null ? words.say("evidence.not-acknowledged") : it.acknowledgedAt())
                + (it.noted() == null
                        ? ""
                        : "  "
                                + words.say(
                                        "evidence.told",
                                        words.code("recall.told-by", it.noted().how()),
                                        it.noted().by()))
                + (it.erasedAt() == null ? "" : "  " + words.say("evidence.erased", it.erasedAt()))
                + (it.withdrawnAt() == null ? "" : "  " + words.say("evidence.taken-back", it.withdrawnAt())));
        notified.messages()
                .forEach(one -> pack.text("    "
                        + words.say(
                                "evidence.message",
                                words.code("template", one.template()),
                                words.code("channel", one.channel()),
                                words.code("message.status", one.status()),
                                one.at())
                        + (one.reasonCode() == null ? "" : "  " + words.code("message.reason", one.reasonCode()))));
    }
}
