package io.hairline.booking.client.transfer;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientInput;
import io.hairline.booking.client.ClientRegistration;
import io.hairline.booking.client.search.BrandWideSearches;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.booking.table.Table;
import io.hairline.booking.table.TableKind;
import io.hairline.booking.table.TableStorage;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.TableImportId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.LineError;
import io.hairline.kit.security.Caller;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Checks the clients of a table, and has them registered once all its lines are right; a dry run says beforehand what would
 * be refused.
 */
@Service
class ClientImport {

    /** The columns, with the most characters that a field of each may have. */
    private static final Table.Columns COLUMNS = new Table.Columns(
            Map.of(
                    "givenName", 100,
                    "familyName", 100,
                    "dateOfBirth", 10,
                    "email", 254,
                    "phone", 40,
                    "language", 35,
                    "zone", 60,
                    "homeClinicId", 40),
            List.of("givenName", "dateOfBirth", "email", "phone", "language", "zone"));

    private static final Role[] MAY = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE};

    private final ClientRegistration registration;
    private final ReferenceData referenceData;
    private final BrandWideSearches searches;
    private final TableStorage storage;
    private final Clock clock;

    ClientImport(
            ClientRegistration registration,
            ReferenceData referenceData,
            BrandWideSearches searches,
            TableStorage storage,
            Clock clock) {
        this.registration = registration;
        this.referenceData = referenceData;
        this.searches = searches;
        this.storage = storage;
        this.clock = clock;
    }

    /** A line that may be a client already; registered, it is suggested for a merge. */
    record Suspicion(long line, List<ClientId> clientIds) {}

    /**
     * What became of a table.
     *
     * @param accepted how many clients are registered now, or would be
     * @param importId by which to follow how many are; absent after a dry run
     */
    record Outcome(
            boolean dryRun,
            int accepted,
            List<LineError> errors,
            List<Suspicion> duplicates,
            @Nullable TableImportId importId) {}

    private record Read(Table.Line line, Client.Particulars particulars, ClinicId home) {}

    /**
     * Has all registered, or with an error none.
     *
     * @param home of lines that name no clinic; absent if all must
     */
    Outcome run(byte[] body, @Nullable ClinicId home, boolean dryRun, Caller caller) {
        List<LineError> errors = new ArrayList<>();
        List<Read> read = read(Table.read(body, COLUMNS), home, caller, errors);
        List<List<Client>> suspects =
                registration.suspects(read.stream().map(Read::particulars).toList());
        if (!dryRun && !errors.isEmpty()) {
            throw Table.refused(errors);
        }
        List<ClientRegistration.Newcomer> newcomers = new ArrayList<>();
        List<Suspicion> duplicates = new ArrayList<>();
        for (int index = 0; index < read.size(); index++) {
            Read it = read.get(index);
            List<ClientId> ids =
                    suspects.get(index).stream().map(Client::id).distinct().toList();
            newcomers.add(new ClientRegistration.Newcomer(it.particulars(), it.home(), ids));
            if (!ids.isEmpty()) {
                duplicates.add(new Suspicion(it.line().number(), ids));
            }
        }
        List<Client> found = suspects.stream().flatMap(List::stream).distinct().toList();
        if (!found.isEmpty()) {
            searches.admit(caller, BrandWideSearches.Kind.DUPLICATES, found);
        }
        TableImportId id = dryRun
                ? null
                : storage.start(new TableStorage.Checked<>(
                        TableKind.CLIENTS,
                        TableStorage.key(TableKind.CLIENTS, String.valueOf(home), body),
                        home,
                        newcomers,
                        duplicates.size(),
                        caller.subject()));
        return new Outcome(dryRun, newcomers.size(), errors, duplicates, id);
    }

    private List<Read> read(List<Table.Line> lines, @Nullable ClinicId home, Caller caller, List<LineError> errors) {
        List<Read> read = new ArrayList<>();
        Map<String, Long> seen = new HashMap<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (Table.Line line : lines) {
            try {
                Clinic clinic = clinic(line, home, caller);
                Client.Particulars it = ClientInput.particulars(sent(line), clinic.country(), today);
                Long before = seen.putIfAbsent(it.phone() + it.email() + it.name() + it.dateOfBirth(), line.number());
                if (before != null) {
                    throw Refusal.input("email", "is of the same person as line " + before);
                }
                read.add(new Read(line, it, clinic.id()));
            } catch (Refusal e) {
                errors.add(LineError.of(line.number(), e, e.slug().equals("client-underage") ? "dateOfBirth" : "line")
                        .getFirst());
            }
        }
        return read;
    }

    /** Of another clinic the caller learns no more than of one that doesn't exist. */
    private Clinic clinic(Table.Line line, @Nullable ClinicId home, Caller caller) {
        String named = line.field("homeClinicId");
        try {
            ClinicId id = named.isEmpty() && home != null ? home : new ClinicId(named);
            return referenceData
                    .clinic(id)
                    .filter(it -> caller.mayIn(it.id(), MAY))
                    .orElseThrow(() -> Refusal.input("homeClinicId", "is not a clinic that you manage"));
        } catch (IllegalArgumentException _) {
            throw Refusal.input("homeClinicId", "must be a clinic's id, or be given once for all lines as clinicId");
        }
    }

    private static ClientInput.Sent sent(Table.Line line) {
        line.check();
        return new ClientInput.Sent(
                line.field("givenName"),
                line.field("familyName"),
                birth(line.field("dateOfBirth")),
                line.field("email"),
                line.field("phone"),
                line.field("language"),
                line.field("zone"));
    }

    private static LocalDate birth(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw Refusal.input("dateOfBirth", "must be a date such as 1984-05-31");
        }
    }
}
