package io.hairline.portal.safety;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What one recall reaches, with names: the counts of all, and a page of each list. */
@Component
class RecallPage {

    private static final int LINES = 50;
    /** As many clinics as one call lists. */
    private static final int CLINICS = 200;

    private final Apis apis;
    private final Catalogue catalogue;
    private final ClientNames clients;

    RecallPage(Apis apis, Catalogue catalogue, ClientNames clients) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.clients = clients;
    }

    /**
     * Where each list begins; null at its start.
     *
     * @param waiting whether only clients are listed who have a notice and haven't acknowledged it
     */
    record Position(
            boolean waiting,
            @Nullable String clients,
            @Nullable String sessions,
            @Nullable String tests) {
        static final Position START = new Position(false, null, null, null);
    }

    /** A client on whom the batch was used. */
    record ClientLine(
            String name,
            String clinic,
            List<String> told,
            boolean noticed,
            boolean acknowledged,
            String when,
            boolean takenBack,
            boolean erased) {}

    /** A session in which the batch was used, or a patch test. */
    record UseLine(String client, String clinic, String when) {}

    /** What a clinic has to do with it. */
    record ClinicLine(String clinic, long sessions, long patchTests, long clients, long outstanding, String left) {}

    /** What is left of the batch in a clinic. */
    record BottleLine(String clinic, String lotNumber, String left) {}

    void fill(String id, Position from, Model model) {
        CallerApis mine = apis.mine();
        RecallView it = mine.treatment().get(RecallView.class, "/recalls/{id}", id);
        model.addAttribute("it", it);
        counts(id, model);
        model.addAttribute("from", from);
        model.addAttribute("clients", concerned(mine, id, from));
        model.addAttribute(
                "sessions",
                lines(
                        mine,
                        page(RecallView.Exposure.class, id, "sessions", from.sessions()),
                        RecallView.Exposure::clientId,
                        (one, name) -> use(name, one.clinicId(), one.startedAt())));
        model.addAttribute(
                "tests",
                lines(
                        mine,
                        page(RecallView.TestedClient.class, id, "patch-tests", from.tests()),
                        RecallView.TestedClient::clientId,
                        (one, name) -> use(name, one.clinicId(), one.placedAt())));
        model.addAttribute("clinics", clinics(id));
        model.addAttribute(
                "bottles",
                Objects.requireNonNullElse(it.stock(), List.<RecallView.Bottle>of()).stream()
                        .map(one -> new BottleLine(
                                catalogue.clinicName(one.clinicId()),
                                one.lotNumber(),
                                Texts.number(one.remainingMillilitres())))
                        .toList());
    }

    RecallView.Counts counts(String id, Model model) {
        RecallView.Counts counts = apis.mine().treatment().get(RecallView.Counts.class, "/recalls/{id}/counts", id);
        model.addAttribute("recallId", id);
        model.addAttribute("counts", counts);
        return counts;
    }

    private Api.Page<ClientLine> concerned(CallerApis mine, String id, Position from) {
        if (!from.waiting()) {
            return lines(
                    mine,
                    page(RecallView.Concerned.class, id, "clients", from.clients()),
                    RecallView.Concerned::clientId,
                    (it, name) -> line(it, name, it.noticedAt() != null));
        }
        Map<String, Object> query = query(from.clients());
        query.put("acknowledged", false);
        return lines(
                mine,
                mine.treatment().page(RecallView.Concerned.class, "/recalls/" + id + "/notices", query),
                RecallView.Concerned::clientId,
                (it, name) -> line(it, name, true));
    }

    private List<ClinicLine> clinics(String id) {
        return apis
                .mine()
                .treatment()
                .list(RecallView.InClinic.class, "/recalls/" + id + "/clinics", Map.of("limit", CLINICS))
                .stream()
                .map(it -> new ClinicLine(
                        catalogue.clinicName(it.clinicId()),
                        it.sessions(),
                        it.patchTests(),
                        it.clients(),
                        it.outstanding(),
                        Texts.number(it.remainingMillilitres())))
                .toList();
    }

    private <T> Api.Page<T> page(Class<T> type, String id, String list, @Nullable String cursor) {
        return apis.mine().treatment().page(type, "/recalls/" + id + "/" + list, query(cursor));
    }

    private static Map<String, Object> query(@Nullable String cursor) {
        return new HashMap<>(Map.of("limit", LINES, "cursor", Objects.requireNonNullElse(cursor, "")));
    }

    private <T, R> Api.Page<R> lines(
            CallerApis mine, Api.Page<T> page, Function<T, @Nullable String> client, BiFunction<T, String, R> line) {
        ClientNames.Names names = clients.names(mine, page.items(), client);
        return new Api.Page<>(
                page.items().stream()
                        .map(it -> line.apply(it, names.of(client.apply(it))))
                        .toList(),
                page.nextCursor());
    }

    private ClientLine line(RecallView.Concerned it, String name, boolean noticed) {
        return new ClientLine(
                name,
                catalogue.clinicName(it.clinicId()),
                Objects.requireNonNullElse(it.messages(), List.<RecallView.Told>of()).stream()
                        .filter(one -> one.template().equals("RECALL_NOTICE"))
                        .map(one -> one.words(zone(it.clinicId())))
                        .toList(),
                noticed,
                it.acknowledgedAt() != null,
                acknowledged(it),
                it.withdrawnAt() != null,
                it.erasedAt() != null);
    }

    private String acknowledged(RecallView.Concerned it) {
        String when = moment(it.acknowledgedAt(), it.clinicId());
        return it.toldBy() == null
                ? when
                : Texts.text("recall.known-by", when, CodeLabels.label("recall.told-by", it.toldBy()));
    }

    private UseLine use(String client, String clinic, Instant at) {
        return new UseLine(client, catalogue.clinicName(clinic), moment(at, clinic));
    }

    private String moment(@Nullable Instant at, String clinic) {
        return at == null ? "–" : Texts.moment(LocalDateTime.ofInstant(at, zone(clinic)));
    }

    private ZoneId zone(String clinic) {
        return catalogue.clinic(clinic).map(Clinic::zoneId).orElse(ZoneOffset.UTC);
    }
}
