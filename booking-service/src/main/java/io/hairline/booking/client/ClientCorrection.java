package io.hairline.booking.client;

import io.hairline.booking.diary.Diary;
import io.hairline.booking.note.ReasonNotes;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.security.Caller;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Corrects what is known of a client. Search keys follow at once, messages when the new contact has been published. */
@Service
class ClientCorrection {

    private static final Role[] DESK = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE};

    private final EventLog eventLog;
    private final Clients clients;
    private final ClientEncryption encryption;
    private final Diary diary;
    private final ReasonNotes notes;
    private final List<ClientFollowUp> followUps;

    ClientCorrection(
            EventLog eventLog,
            Clients clients,
            ClientEncryption encryption,
            Diary diary,
            ReasonNotes notes,
            List<ClientFollowUp> followUps) {
        this.eventLog = eventLog;
        this.clients = clients;
        this.encryption = encryption;
        this.diary = diary;
        this.notes = notes;
        this.followUps = List.copyOf(followUps);
    }

    /**
     * What is to be known from now on.
     *
     * @param reasonCode needed when the date of birth changes
     * @param reason kept sealed beside the code
     */
    record Correction(
            Client.Particulars particulars,
            ClinicId home,
            @Nullable String reasonCode,
            @Nullable String reason) {}

    Client correct(ClientId id, Correction wanted, Caller caller, Consumer<Client> precondition) {
        return eventLog.record(Client.class, () -> {
            Client client = clients.require(id);
            checkAccess(client, caller);
            precondition.accept(client);
            Client.Particulars known = encryption.open(client);
            checkBirth(known, wanted, caller);
            checkHome(client, wanted, caller);
            if (known.equals(wanted.particulars()) && client.homeClinicId().equals(wanted.home())) {
                return Change.none(client);
            }
            Change<Client> corrected = client.correct(
                    encryption.seal(wanted.particulars(), id),
                    encryption.keys(wanted.particulars(), wanted.home()),
                    wanted.home());
            return notes.keep(corrected, words(wanted))
                    .with(followUps.stream()
                            .flatMap(it -> it.afterCorrection(client, corrected.next()).stream())
                            .toList());
        });
    }

    /** The client, the visitor who registered them, and the desks of the home clinic and of clinics they have been to. */
    private void checkAccess(Client client, Caller caller) {
        boolean mayAsStaff = caller.mayIn(client.homeClinicId(), DESK)
                || (caller.isStaff()
                        && diary.attended(client.id()).stream().anyMatch(clinic -> caller.mayIn(clinic, DESK)));
        if (!mayAsStaff && !client.isMadeOrIs(caller)) {
            throw Refusal.notFound();
        }
    }

    /** Contraindications depend on it, so a person who saw a document answers for it. */
    private static void checkBirth(Client.Particulars known, Correction wanted, Caller caller) {
        if (known.dateOfBirth().equals(wanted.particulars().dateOfBirth())) {
            return;
        }
        if (!caller.isStaff()) {
            throw Refusal.input("dateOfBirth", "is corrected by your clinic; bring a document that shows it");
        }
        if (wanted.reasonCode() == null) {
            throw Refusal.input("reasonCode", "is needed to correct a date of birth");
        }
    }

    /** A clinic can't make another clinic's client its own: the client or the home clinic moves the home. */
    private static void checkHome(Client client, Correction wanted, Caller caller) {
        boolean moves = !client.homeClinicId().equals(wanted.home());
        if (moves && !client.isMadeOrIs(caller) && !caller.mayIn(client.homeClinicId(), DESK)) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "forbidden",
                    "The client or the present home clinic chooses another home clinic.");
        }
    }

    private static @Nullable String words(Correction it) {
        String code = it.reasonCode();
        return code == null ? it.reason() : it.reason() == null ? code : code + ": " + it.reason();
    }
}
