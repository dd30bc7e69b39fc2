package io.hairline.treatment.recall;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.PatchTestId;
import io.hairline.contracts.RecallNoticeId;
import io.hairline.contracts.SessionId;
import io.hairline.treatment.adverseevent.AdverseEventReports;
import io.hairline.treatment.lot.Batch;
import io.hairline.treatment.lot.Lot;
import io.hairline.treatment.lot.Lots;
import io.hairline.treatment.recall.exposure.ExposedClient;
import io.hairline.treatment.recall.exposure.Exposure;
import io.hairline.treatment.recall.exposure.Exposures;
import io.hairline.treatment.recall.exposure.TestedClient;
import io.hairline.treatment.recall.message.RecallMessage;
import io.hairline.treatment.recall.message.RecallMessages;
import io.hairline.treatment.referencedata.ReferenceData;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Follows a recalled batch to all that it reached: sessions, patch tests, clients, clinics and remaining bottles. */
@Service
class RecallTracing {

    private static final int AT_ONCE = 1_000;

    private final Lots lots;
    private final Exposures exposures;
    private final Recalls recalls;
    private final RecallMessages messages;
    private final AdverseEventReports harms;
    private final ReferenceData referenceData;
    private final Clock clock;

    RecallTracing(
            Lots lots,
            Exposures exposures,
            Recalls recalls,
            RecallMessages messages,
            AdverseEventReports harms,
            ReferenceData referenceData,
            Clock clock) {
        this.lots = lots;
        this.exposures = exposures;
        this.recalls = recalls;
        this.messages = messages;
        this.harms = harms;
        this.referenceData = referenceData;
        this.clock = clock;
    }

    /**
     * A client on whom the batch was used.
     *
     * @param clinicId one clinic where that was
     * @param noticedAt when the notice was opened, by which the client is told; within moments of the recall
     * @param toldBy how the clinic's people told the client, where they noted it; absent where the client confirmed it
     * @param messages by which the client was told, or wasn't
     * @param erasedAt when the client was erased, who can't be told any more
     */
    record Concerned(
            ClientId clientId,
            ClinicId clinicId,
            @Nullable Instant noticedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant withdrawnAt,
            List<Told> messages,
            RecallNotice.@Nullable ToldBy toldBy,
            @Nullable Instant erasedAt) {}

    /**
     * What became of a message to the client.
     *
     * @param at when it came to that
     * @param reasonCode why it didn't reach the client; absent if it did
     */
    record Told(
            String template,
            String channel,
            RecallMessage.Status status,
            Instant at,
            @Nullable String reasonCode) {
        static Told of(RecallMessage it) {
            return new Told(it.templateCode(), it.channelCode(), it.status(), it.at(), it.reasonCode());
        }
    }

    /** A notice with what became of its messages. */
    record Notified(RecallNotice notice, List<Told> messages) {}

    /**
     * How much a recall reaches.
     *
     * @param clients on whom the batch was used
     * @param noticed of these, who have a notice
     * @param told of these, to whom a message has gone
     * @param acknowledged of these, who have confirmed to know
     * @param outstanding of those with a notice, who haven't and still can
     * @param takenBack notices taken back, since the recall was withdrawn
     * @param withdrawn whether the recall was, since it named the wrong batch
     * @param erased of those with a notice, who were erased before they confirmed and can't be told any more
     */
    record Counts(
            long sessions,
            long patchTests,
            long clients,
            long noticed,
            long told,
            long acknowledged,
            long outstanding,
            long takenBack,
            boolean withdrawn,
            long erased) {}

    /** What a recall reaches in one clinic. */
    record InClinic(
            ClinicId clinicId,
            long sessions,
            long patchTests,
            long clients,
            long outstanding,
            BigDecimal remainingMillilitres) {}

    List<Lot> stockOf(Recall recall) {
        return lots.of(new Batch(recall.batch()));
    }

    List<Exposure> sessionsOf(Recall recall, @Nullable SessionId after, int most) {
        return exposures.sessions(lotsOf(recall), after, most);
    }

    List<TestedClient> patchTestsOf(Recall recall, @Nullable PatchTestId after, int most) {
        return exposures.patchTests(lotsOf(recall), after, most);
    }

    List<ExposedClient> exposedTo(Recall recall, @Nullable ClientId after, int most) {
        return exposures.clients(lotsOf(recall), after, most);
    }

    List<Concerned> clientsOf(Recall recall, @Nullable ClientId after, int most) {
        List<ExposedClient> page = exposedTo(recall, after, most);
        Map<ClientId, RecallNotice> notices = recalls.noticesOf(
                recall.id(), page.stream().map(ExposedClient::clientId).toList());
        Map<RecallNoticeId, List<RecallMessage>> told =
                messages.of(notices.values().stream().map(RecallNotice::id).toList());
        return page.stream()
                .map(it -> concerned(it, notices.get(it.clientId()), told))
                .toList();
    }

    /** The notices in the order they were opened, with what became of their messages. */
    List<Notified> noticesOf(Recall recall, @Nullable RecallNoticeId after, @Nullable Boolean acknowledged, int most) {
        return notified(recalls.noticesOf(recall.id(), after, acknowledged, most));
    }

    /** Of whom a clinic still has to hear, in the order the notices were opened. */
    List<Notified> outstandingIn(ClinicId clinic, @Nullable RecallNoticeId after, int most) {
        return notified(recalls.outstandingIn(clinic, after, most));
    }

    private List<Notified> notified(List<RecallNotice> page) {
        Map<RecallNoticeId, List<RecallMessage>> told =
                messages.of(page.stream().map(RecallNotice::id).toList());
        return page.stream().map(it -> new Notified(it, messagesOf(it, told))).toList();
    }

    private static List<Told> messagesOf(RecallNotice notice, Map<RecallNoticeId, List<RecallMessage>> told) {
        return told.getOrDefault(notice.id(), List.of()).stream().map(Told::of).toList();
    }

    private static Concerned concerned(
            ExposedClient it, @Nullable RecallNotice notice, Map<RecallNoticeId, List<RecallMessage>> told) {
        return notice == null
                ? new Concerned(it.clientId(), it.clinicId(), null, null, null, List.of(), null, null)
                : new Concerned(
                        it.clientId(),
                        notice.clinicId(),
                        notice.openedAt(),
                        notice.acknowledgedAt(),
                        notice.withdrawnAt(),
                        messagesOf(notice, told),
                        notice.toldBy(),
                        notice.erasedAt());
    }

    Counts countsOf(Recall recall) {
        Exposures.Totals used = exposures.totals(lotsOf(recall));
        long noticed = recalls.countNotices(recall.id());
        long outstanding = recalls.countOutstanding(recall.id());
        long erased = recalls.countErased(recall.id());
        return new Counts(
                used.sessions(),
                used.patchTests(),
                used.clients(),
                noticed,
                messages.countTold(recall.id()),
                noticed - outstanding - erased,
                outstanding,
                recalls.countWithdrawn(recall.id()),
                recall.isWithdrawn(),
                erased);
    }

    /** Every clinic where the batch was used, or where some of it is left. */
    List<InClinic> clinicsOf(Recall recall) {
        List<Lot> stock = stockOf(recall);
        Map<ClinicId, Long> outstanding = recalls.outstandingPerClinic(recall.id());
        Map<String, InClinic> all = new TreeMap<>();
        for (Exposures.InClinic it : exposures.perClinic(idsOf(stock))) {
            all.put(
                    it.clinicId().value(),
                    new InClinic(
                            it.clinicId(),
                            it.sessions(),
                            it.patchTests(),
                            it.clients(),
                            outstanding.getOrDefault(it.clinicId(), 0L),
                            BigDecimal.ZERO));
        }
        stock.forEach(it -> all.merge(
                it.clinicId().value(),
                new InClinic(it.clinicId(), 0, 0, 0, 0, it.remainingMillilitres()),
                (before, more) -> new InClinic(
                        before.clinicId(),
                        before.sessions(),
                        before.patchTests(),
                        before.clients(),
                        before.outstanding(),
                        before.remainingMillilitres().add(more.remainingMillilitres()))));
        return List.copyOf(all.values());
    }

    /** All of it as of now; its lists are read page by page as they are walked through. */
    RecallEvidence evidenceOf(Recall recall) {
        return new RecallEvidence(
                recall,
                countsOf(recall),
                stockOf(recall),
                paged(after -> sessionsOf(recall, after, AT_ONCE), Exposure::sessionId),
                paged(after -> patchTestsOf(recall, after, AT_ONCE), TestedClient::patchTestId),
                paged(
                        (@Nullable RecallNoticeId after) -> noticesOf(recall, after, null, AT_ONCE),
                        it -> it.notice().id()),
                harms.of(new Batch(recall.batch())),
                referenceData.clinicNames(),
                clock.instant());
    }

    private static <T, P> Stream<T> paged(Function<@Nullable P, List<T>> page, Function<T, P> position) {
        return Stream.iterate(
                        page.apply(null),
                        it -> !it.isEmpty(),
                        it -> it.size() < AT_ONCE ? List.of() : page.apply(position.apply(it.getLast())))
                .flatMap(List::stream);
    }

    private List<LotId> lotsOf(Recall recall) {
        return idsOf(stockOf(recall));
    }

    private static List<LotId> idsOf(List<Lot> stock) {
        return stock.stream().map(Lot::id).toList();
    }
}
