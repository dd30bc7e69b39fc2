package io.hairline.booking.client;

import io.hairline.booking.diary.Diary;
import io.hairline.booking.note.ReasonNotes;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
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
            if (!client.mayBeChangedBy(caller, diary::attended)) {
                throw Refusal.notFound();
            }
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
                    wanted.home(),
                    caller.isStaff());
            return notes.keep(corrected, words(wanted))
                    .with(followUps.stream()
                            .flatMap(it -> it.afterCorrection(client, corrected.next()).stream())
                            .toList());
        });
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
        if (moves && !client.isMadeOrIs(caller) && !caller.mayIn(client.homeClinicId(), Client.DESK)) {
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
