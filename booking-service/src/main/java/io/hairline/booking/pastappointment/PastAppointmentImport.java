package io.hairline.booking.pastappointment;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientKeySearch;
import io.hairline.booking.pastappointment.PastAppointment.Facts;
import io.hairline.booking.pastappointment.PastAppointment.Outcome;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.booking.table.Table;
import io.hairline.booking.table.TableKind;
import io.hairline.booking.table.TableStorage;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PastAppointmentId;
import io.hairline.contracts.TableImportId;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.LineError;
import io.hairline.kit.merge.MergedIds;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Checks the appointments of a table, and has them recorded once all its lines are right; a dry run says beforehand what
 * would be refused. What is recorded already stays as it is, so a table can be sent again.
 */
@Service
class PastAppointmentImport {

    private static final String EMAIL = "email";
    private static final String PHONE = "phone";
    private static final String DATE = "date";
    private static final String TIME = "time";
    private static final String SERVICE = "serviceCode";
    private static final String OUTCOME = "outcome";
    private static final Table.Columns COLUMNS = new Table.Columns(
            Map.of(EMAIL, 254, PHONE, 40, DATE, 10, TIME, 5, SERVICE, 40, OUTCOME, 20), List.of(DATE, SERVICE));

    private static final int EARLIEST_YEAR = 1990;

    private final PastAppointments pastAppointments;
    private final ClientKeySearch clients;
    private final MergedIds mergedClients;
    private final ReferenceData referenceData;
    private final TableStorage storage;
    private final Clock clock;

    PastAppointmentImport(
            PastAppointments pastAppointments,
            ClientKeySearch clients,
            MergedIds mergedClients,
            ReferenceData referenceData,
            TableStorage storage,
            Clock clock) {
        this.pastAppointments = pastAppointments;
        this.clients = clients;
        this.mergedClients = mergedClients;
        this.referenceData = referenceData;
        this.storage = storage;
        this.clock = clock;
    }

    /**
     * What became of a table.
     *
     * @param accepted how many appointments are recorded now, or would be
     * @param unchanged how many are recorded already
     * @param importId by which to follow how many are; absent if there are none, and after a dry run
     */
    record Result(
            boolean dryRun,
            int accepted,
            int unchanged,
            List<LineError> errors,
            @Nullable TableImportId importId) {}

    Result run(byte[] body, ClinicId clinicId, boolean dryRun, String by) {
        Clinic clinic = referenceData.clinic(clinicId).orElseThrow(Refusal::notFound);
        List<LineError> errors = new ArrayList<>();
        List<Facts> facts = facts(Table.read(body, COLUMNS), clinic, errors);
        if (!dryRun && !errors.isEmpty()) {
            throw Table.refused(errors);
        }
        List<Facts> fresh = new ArrayList<>();
        for (int from = 0; from < facts.size(); from += TableStorage.AT_ONCE) {
            List<Facts> part = facts.subList(from, Math.min(from + TableStorage.AT_ONCE, facts.size()));
            Set<PastAppointmentId> there =
                    pastAppointments.recorded(part.stream().map(Facts::id).toList());
            part.stream().filter(it -> !there.contains(it.id())).forEach(fresh::add);
        }
        TableImportId id = dryRun || fresh.isEmpty()
                ? null
                : storage.start(new TableStorage.Checked<>(TableKind.PAST_APPOINTMENTS, null, clinicId, fresh, 0, by));
        return new Result(dryRun, fresh.size(), facts.size() - fresh.size(), errors, id);
    }

    private List<Facts> facts(List<Table.Line> lines, Clinic clinic, List<LineError> errors) {
        List<Facts> facts = new ArrayList<>();
        Map<PastAppointmentId, Long> seen = new HashMap<>();
        for (int from = 0; from < lines.size(); from += TableStorage.AT_ONCE) {
            List<Table.Line> part = lines.subList(from, Math.min(from + TableStorage.AT_ONCE, lines.size()));
            Map<String, List<Client>> known = clients.storedWith(part.stream()
                    .flatMap(it -> tokens(it, clinic).stream())
                    .distinct()
                    .toList());
            for (Table.Line line : part) {
                try {
                    Facts it = facts(line, clinic, client(line, clinic, known));
                    Long before = seen.putIfAbsent(it.id(), line.number());
                    if (before != null) {
                        throw Refusal.input("line", "is the same appointment as line " + before);
                    }
                    facts.add(it);
                } catch (Refusal e) {
                    errors.add(LineError.of(line.number(), e, "line").getFirst());
                }
            }
        }
        return facts;
    }

    private List<String> tokens(Table.Line line, Clinic clinic) {
        return Stream.of(EMAIL, PHONE)
                .map(line::field)
                .filter(it -> !it.isEmpty())
                .flatMap(it -> clients.contactToken(it, clinic.country()).stream())
                .toList();
    }

    /** One client of this clinic whom all that is given names; of others the caller learns nothing. */
    private ClientId client(Table.Line line, Clinic clinic, Map<String, List<Client>> known) {
        line.check();
        List<String> tokens = tokens(line, clinic);
        if (line.field(EMAIL).isEmpty() && line.field(PHONE).isEmpty()) {
            throw Refusal.input(EMAIL, "or phone must say whose appointment it was");
        }
        Set<ClientId> meant = tokens.stream()
                .map(token -> known.getOrDefault(token, List.of()).stream()
                        .filter(it -> it.homeClinicId().equals(clinic.id()) && !it.isErased())
                        .map(Client::id)
                        .collect(Collectors.toCollection(LinkedHashSet::new)))
                .reduce((one, other) -> {
                    one.retainAll(other);
                    return one;
                })
                .orElseGet(LinkedHashSet::new);
        List<ClientId> persons =
                meant.stream().map(mergedClients::survivor).distinct().toList();
        if (persons.isEmpty()) {
            throw Refusal.input(
                    line.field(EMAIL).isEmpty() ? PHONE : EMAIL,
                    "is of no client of this clinic; import the clients first, and write it as it is there");
        }
        if (persons.size() > 1) {
            throw Refusal.input(EMAIL, "is of several clients; give e-mail address and phone, or merge them");
        }
        return meant.stream().min(Comparator.comparing(ClientId::value)).orElseThrow();
    }

    private Facts facts(Table.Line line, Clinic clinic, ClientId client) {
        String service = line.field(SERVICE);
        if (!referenceData.offers(service)) {
            throw Refusal.input(SERVICE, "is not a service of the brand; GET /api/v1/services lists them");
        }
        ZonedDateTime start =
                date(line.field(DATE)).atTime(time(line.field(TIME))).atZone(clinic.zoneId());
        if (!start.toInstant().isBefore(clock.instant()) || start.getYear() < EARLIEST_YEAR) {
            throw Refusal.input(DATE, "must be past, from " + EARLIEST_YEAR + " on; book what is to come");
        }
        return new Facts(
                client,
                clinic.id(),
                service,
                start.toLocalDateTime(),
                start.toInstant(),
                clinic.zone(),
                outcome(line.field(OUTCOME)));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw Refusal.input(DATE, "must be a date such as 2024-05-31");
        }
    }

    /** Books that note no time mean the day. */
    private static LocalTime time(String text) {
        try {
            return text.isEmpty() ? LocalTime.NOON : LocalTime.parse(text);
        } catch (DateTimeException _) {
            throw Refusal.input(TIME, "must be a time such as 09:30, or empty");
        }
    }

    private static Outcome outcome(String text) {
        return text.isEmpty()
                ? Outcome.COMPLETED
                : Optional.of(text)
                        .flatMap(it -> Arrays.stream(Outcome.values())
                                .filter(outcome -> outcome.name().equals(it))
                                .findFirst())
                        .orElseThrow(() -> Refusal.input(
                                OUTCOME, "must be COMPLETED, NO_SHOW, CANCELLED, or empty for COMPLETED"));
    }
}
