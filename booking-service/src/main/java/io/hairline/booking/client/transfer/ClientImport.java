package io.hairline.booking.client.transfer;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientInput;
import io.hairline.booking.client.ClientRegistration;
import io.hairline.booking.client.search.BrandWideSearches;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
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

/** Registers the clients of a table, all of them or none; a dry run says beforehand what would be refused. */
@Service
class ClientImport {

    private static final Role[] MAY = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE};

    private final ClientRegistration registration;
    private final ReferenceData referenceData;
    private final BrandWideSearches searches;
    private final Clock clock;

    ClientImport(
            ClientRegistration registration, ReferenceData referenceData, BrandWideSearches searches, Clock clock) {
        this.registration = registration;
        this.referenceData = referenceData;
        this.searches = searches;
        this.clock = clock;
    }

    /** What is wrong with a line, and what to do. */
    record LineError(long line, String field, String message) {}

    /** A line that may be a client already; registered, it is suggested for a merge. */
    record Suspicion(long line, List<ClientId> clientIds) {}

    /**
     * What became of a table.
     *
     * @param accepted how many clients were registered, or would be
     */
    record Outcome(boolean dryRun, int accepted, List<LineError> errors, List<Suspicion> duplicates) {}

    private record Read(
            List<ClientRegistration.Newcomer> newcomers, List<LineError> errors, List<Suspicion> duplicates) {}

    /**
     * Registers all, or with an error none.
     *
     * @param home of lines that name no clinic; absent if all must
     */
    Outcome run(byte[] body, @Nullable ClinicId home, boolean dryRun, Caller caller) {
        Read read = read(ClientTable.read(body), home, caller);
        if (!dryRun && !read.errors().isEmpty()) {
            throw Refusal.rule(
                            "import-refused",
                            "Nothing is registered: %d lines aren't as they must be. A dry run lists them beforehand."
                                    .formatted(read.errors().size()))
                    .with("accepted", 0)
                    .with("lines", read.errors());
        }
        if (!dryRun) {
            registration.registerAll(read.newcomers(), caller.subject());
        }
        return new Outcome(dryRun, read.newcomers().size(), read.errors(), read.duplicates());
    }

    private Read read(List<ClientTable.Line> lines, @Nullable ClinicId home, Caller caller) {
        Read read = new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Client> found = new ArrayList<>();
        Map<String, Long> seen = new HashMap<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (ClientTable.Line line : lines) {
            try {
                Clinic clinic = clinic(line, home, caller);
                Client.Particulars it = ClientInput.particulars(sent(line), clinic.country(), today);
                Long before = seen.putIfAbsent(it.phone() + it.email() + it.name() + it.dateOfBirth(), line.number());
                if (before != null) {
                    throw Refusal.input("email", "is of the same person as line " + before);
                }
                List<Client> suspects = registration.suspects(it);
                found.addAll(suspects);
                List<ClientId> ids = suspects.stream().map(Client::id).toList();
                if (!ids.isEmpty()) {
                    read.duplicates().add(new Suspicion(line.number(), ids));
                }
                read.newcomers().add(new ClientRegistration.Newcomer(it, clinic.id(), ids));
            } catch (Refusal e) {
                read.errors().add(error(line, e));
            }
        }
        if (!found.isEmpty()) {
            searches.admit(caller, BrandWideSearches.Kind.DUPLICATES, found);
        }
        return read;
    }

    /** Of another clinic the caller learns no more than of one that doesn't exist. */
    private Clinic clinic(ClientTable.Line line, @Nullable ClinicId home, Caller caller) {
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

    private static ClientInput.Sent sent(ClientTable.Line line) {
        if (line.tooLong().equals("*")) {
            throw Refusal.input("line", "has more or fewer fields than the first line has names");
        }
        if (!line.tooLong().isEmpty()) {
            throw Refusal.input(line.tooLong(), "is too long");
        }
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

    private static LineError error(ClientTable.Line line, Refusal e) {
        return e.errors().stream()
                .findFirst()
                .map(it -> new LineError(line.number(), it.field(), it.message()))
                .orElseGet(() -> new LineError(
                        line.number(), e.slug().equals("client-underage") ? "dateOfBirth" : "line", e.detail()));
    }
}
